package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import vn.vonggac.account.May;
import vn.vonggac.notify.Channel;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.Channels;
import vn.vonggac.notify.Delivery;
import vn.vonggac.portal.Listed;

/** The ways by which people are told of incidents, for programs. */
@Controller("/api/v1/channels")
@Secured(May.CHANNELS)
@Problems.Any
@Problems.SignedIn
final class ChannelRoutes {

    private final Channels channels;
    private final Noun<Channel, ChannelDraft, ChannelItem> noun;

    ChannelRoutes(Channels channels, Versions versions) {
        this.channels = channels;
        noun = new Noun<>(channels, ChannelDraft.class, ChannelItem.class,
                channel -> ChannelItem.of(channel, channels.draft(channel)), versions);
    }

    /**
     * What came of trying a channel.
     *
     * @param result sent or failed
     * @param reason why it failed, as one word
     * @param detail what the other side said
     */
    @Serdeable
    @Schema(name = "ChannelTried")
    record Tried(String result, String reason, String detail) {

        static Tried of(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Sent sent -> new Tried("sent", "", sent.detail());
                case Delivery.Failed failed ->
                    new Tried("failed", failed.reason().id(), failed.detail());
            };
        }
    }

    /** Channels in the order in which they are told. */
    @Get
    HttpResponse<Page<ChannelItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size) {
        List<Channel> all = channels.list(caller.scope());
        return noun.page(page, size, (most, skip) -> new Listed<>(
                all.stream().skip(skip).limit(most).toList(), all.size()));
    }

    /** One channel, without its secrets. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<ChannelItem> one(Caller caller, long id) {
        return noun.one(caller, id);
    }

    /** Adds a channel; it is told from the next incident on. */
    @Post
    @Status(HttpStatus.CREATED)
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelItem.class)))
    HttpResponse<ChannelItem> add(Caller caller, @Body byte[] body) {
        return noun.add(caller, body);
    }

    /**
     * Changes a channel: what is left out becomes empty, but a secret stays, as long as the channel leads to the same
     * server.
     */
    @Put("/{id}")
    @Problems.One
    @Problems.Sent
    @Problems.Versioned
    @RequestBody(content = @Content(schema = @Schema(implementation = ChannelItem.class)))
    HttpResponse<ChannelItem> change(Caller caller, long id, @Body byte[] body) {
        return noun.change(caller, id, body);
    }

    /** Removes a channel, and what waits for it. */
    @Delete("/{id}")
    @Problems.One
    HttpResponse<ChannelItem> remove(Caller caller, long id) {
        return noun.remove(caller, id);
    }

    /** Tells a channel from now on, and what waits for it. */
    @Post("/{id}/enable")
    @Problems.One
    HttpResponse<ChannelItem> enable(Caller caller, long id) {
        return switched(caller, id, true);
    }

    /** Tells a channel nothing from now on; what waits for it waits. */
    @Post("/{id}/disable")
    @Problems.One
    HttpResponse<ChannelItem> disable(Caller caller, long id) {
        return switched(caller, id, false);
    }

    private HttpResponse<ChannelItem> switched(Caller caller, long id, boolean enabled) {
        return Answers.of(caller.request(), channels.enable(caller.scope(), id, enabled, caller.who()),
                channel -> HttpResponse.ok(ChannelItem.of(channel, channels.draft(channel))));
    }

    /** Tells a channel now that this is a test. */
    @Post("/{id}/test")
    @Problems.One
    HttpResponse<Tried> test(Caller caller, long id) {
        return Answers.one(caller.request(), channels.test(caller.scope(), id, caller.who()),
                delivery -> HttpResponse.ok(Tried.of(delivery)));
    }
}
