package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.notify.Channel;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.ChannelKind;
import vn.vonggac.notify.Channels;
import vn.vonggac.notify.Delivery;
import vn.vonggac.notify.GatewayExamples;
import vn.vonggac.notify.Message;
import vn.vonggac.notify.Outbox;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;

/** By which ways who is told of incidents: the list, the form of one, and trying it out. */
@Hidden
@Controller(value = "/channels", produces = MediaType.TEXT_HTML)
@Secured(May.CHANNELS)
final class ChannelsController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final String PLACE = "/channels";

    private final Templates templates;
    private final Editing editing;
    private final Channels channels;
    private final Outbox outbox;
    private final GatewayExamples examples;
    private final Agencies agencies;

    ChannelsController(Templates templates, Editing editing, Channels channels, Outbox outbox,
            GatewayExamples examples, Agencies agencies) {
        this.templates = templates;
        this.editing = editing;
        this.channels = channels;
        this.outbox = outbox;
        this.examples = examples;
        this.agencies = agencies;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(page(desk, Optional.empty()));
    }

    private JteModel page(Desk desk, Optional<TriedChannel> tried) {
        return templates.channels(desk, channels.list(desk.scope()), tried,
                outbox.count(desk.scope(), Message.State.GIVEN_UP));
    }

    @Get("/new")
    HttpResponse<String> blank(Desk desk, @QueryValue(defaultValue = "") String kind,
            @QueryValue(defaultValue = "") String example) {
        Form form = examples.named(example).map(Drafts::suggest)
                .orElseGet(
                        () -> Form.of(Map.of("kind", kind, "least", "medium", "language", desk.language())));
        return Reply.page(ChannelKind.named(form.value("kind")).isEmpty()
                ? templates.channelKinds(desk, examples.all())
                : form(desk, form, PLACE, Optional.empty()));
    }

    @Get("/{id}")
    HttpResponse<String> filled(Desk desk, long id) {
        return channels.find(desk.scope(), id)
                .map(channel -> Reply.page(form(desk, Drafts.fill(channels.draft(channel)), PLACE + "/" + id,
                        Optional.of(channel))))
                .orElseGet(Reply::absent);
    }

    @Post(consumes = FORM)
    HttpResponse<String> add(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        ChannelDraft draft = Drafts.read(form, ChannelDraft.class);
        if (ChannelKind.named(draft.kind()).isEmpty()) {
            return Reply.again(templates.channelKinds(desk, examples.all()));
        }
        return Reply.outcome(form, () -> channels.add(desk.scope(), draft, desk.who()), PLACE,
                "channel-saved", () -> form(desk, form, PLACE, Optional.empty()));
    }

    @Post(uri = "/{id}", consumes = FORM)
    HttpResponse<String> change(Desk desk, long id, @Body byte[] body) {
        Optional<Channel> known = channels.find(desk.scope(), id);
        if (known.isEmpty()) {
            return Reply.absent();
        }
        Form form = Form.read(body);
        return editing.change(desk, channels, id, ChannelDraft.class, form,
                new Editing.Place("channel:" + id, PLACE, "channel-saved",
                        () -> form(desk, form, PLACE + "/" + id, known)));
    }

    @Post(uri = "/{id}/remove", consumes = FORM)
    HttpResponse<String> remove(Desk desk, long id) {
        return Reply.outcome(Form.EMPTY, () -> channels.remove(desk.scope(), id, desk.who()), PLACE,
                "channel-removed", () -> page(desk, Optional.empty()));
    }

    @Post(uri = "/{id}/enable", consumes = FORM)
    HttpResponse<String> enable(Desk desk, long id) {
        return switched(desk, id, true);
    }

    @Post(uri = "/{id}/disable", consumes = FORM)
    HttpResponse<String> disable(Desk desk, long id) {
        return switched(desk, id, false);
    }

    private HttpResponse<String> switched(Desk desk, long id, boolean enabled) {
        return Reply.outcome(Form.EMPTY, () -> channels.enable(desk.scope(), id, enabled, desk.who()), PLACE,
                "channel-switched", () -> page(desk, Optional.empty()));
    }

    @Post(uri = "/{id}/test", consumes = FORM)
    HttpResponse<String> test(Desk desk, long id) {
        Optional<Delivery> delivery = channels.test(desk.scope(), id, desk.who());
        return delivery.map(came -> Reply.page(page(desk.at(PLACE), Optional.of(new TriedChannel(id, came)))))
                .orElseGet(Reply::absent);
    }

    private JteModel form(Desk desk, Form form, String action, Optional<Channel> known) {
        ChannelKind kind = ChannelKind.named(form.value("kind"))
                .orElseGet(() -> known.map(Channel::kind).orElse(ChannelKind.MAIL));
        return templates.channelForm(desk, form, action, kind, known,
                Choice.orNone(new AgencyTree(agencies.all(desk.scope())).choices(Agency::code)));
    }
}
