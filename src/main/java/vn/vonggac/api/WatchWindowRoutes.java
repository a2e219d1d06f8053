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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.List;
import vn.vonggac.account.May;
import vn.vonggac.detect.Messages;
import vn.vonggac.portal.WatchTemplate;
import vn.vonggac.portal.WatchWindow;
import vn.vonggac.portal.WatchWindowDraft;
import vn.vonggac.portal.WatchWindows;

/** Watch windows, for programs. */
@Controller("/api/v1/watch-windows")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class WatchWindowRoutes {

    private final WatchWindows windows;
    private final Noun<WatchWindow, WatchWindowDraft, WatchWindowItem> noun;

    WatchWindowRoutes(WatchWindows windows, Versions versions) {
        this.windows = windows;
        noun = new Noun<>(windows, WatchWindowDraft.class, WatchWindowItem.class,
                window -> WatchWindowItem.of(window.id(), windows.draft(window)), versions);
    }

    /** Watch windows, the latest first. */
    @Get
    HttpResponse<Page<WatchWindowItem>> list(Caller caller, @QueryValue(defaultValue = "1") int page,
            @QueryValue(defaultValue = "50") int size) {
        return noun.page(page, size, (most, skip) -> windows.list(caller.scope(), most, skip));
    }

    /** Ready-made windows of the next twelve months, each to be added as it is or changed. */
    @Get("/templates")
    HttpResponse<List<WatchWindowItem>> templates(Caller caller) {
        Messages messages = ProblemDetail.messages(caller.request());
        return HttpResponse.ok(windows.templates().stream()
                .map(template -> WatchWindowItem.of(0, template.draft(name(messages, template)))).toList());
    }

    private static String name(Messages messages, WatchTemplate template) {
        return messages.text(template.nameKey(), template.year());
    }

    /** One watch window. */
    @Get("/{id}")
    @Problems.One
    HttpResponse<WatchWindowItem> one(Caller caller, long id) {
        return noun.one(caller, id);
    }

    /** Adds a watch window. */
    @Post
    @Secured(May.WINDOWS)
    @Status(HttpStatus.CREATED)
    @Problems.Sent
    @RequestBody(content = @Content(schema = @Schema(implementation = WatchWindowItem.class)))
    HttpResponse<WatchWindowItem> add(Caller caller, @Body byte[] body) {
        return noun.add(caller, body);
    }

    /** Changes a watch window: what is left out becomes empty. */
    @Put("/{id}")
    @Secured(May.WINDOWS)
    @Problems.One
    @Problems.Sent
    @Problems.Versioned
    @RequestBody(content = @Content(schema = @Schema(implementation = WatchWindowItem.class)))
    HttpResponse<WatchWindowItem> change(Caller caller, long id, @Body byte[] body) {
        return noun.change(caller, id, body);
    }

    /** Removes a watch window. */
    @Delete("/{id}")
    @Secured(May.WINDOWS)
    @Problems.One
    HttpResponse<WatchWindowItem> remove(Caller caller, long id) {
        return noun.remove(caller, id);
    }
}
