package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Optional;
import org.reactivestreams.Publisher;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.May;
import vn.vonggac.api.DisplayCookie;
import vn.vonggac.api.Live;

/** The screen on the wall: for a person, or for a browser that somebody gave a code of its own. */
@Hidden
@Controller(value = "/wallboard", produces = MediaType.TEXT_HTML)
@Secured(May.DISPLAY)
final class WallboardController {

    private final Templates templates;
    private final Wallboards boards;
    private final AccessTokens tokens;
    private final Doorstep doorstep;
    private final Live live;

    WallboardController(Templates templates, Wallboards boards, AccessTokens tokens, Doorstep doorstep,
            Live live) {
        this.templates = templates;
        this.boards = boards;
        this.tokens = tokens;
        this.doorstep = doorstep;
        this.live = live;
    }

    @Get
    HttpResponse<String> show(Desk desk) {
        return Reply.page(templates.wallboard(desk, boards.of(desk)));
    }

    @Get("/live")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(HttpRequest<?> request, Desk desk) {
        return live.standing(request, "wallboard",
                () -> Optional.of(templates.partWallboard(desk, boards.of(desk)).render()));
    }

    @Get("/open")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<String> openPage(Desk desk) {
        return Reply.page(templates.wallboardOpen(desk, Form.EMPTY));
    }

    /** The code stays in this browser; it comes in no address and no log. */
    @Post(uri = "/open", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<String> open(Desk desk, HttpRequest<?> request, @Body byte[] body) {
        Form form = Form.read(body);
        String code = form.line("code");
        if (form.sound() && tokens.display(code, doorstep.address(request)).isEmpty()) {
            form.reject("code", "web.problem.display");
        }
        return form.sound()
                ? Reply.goTo("/wallboard")
                        .cookie(DisplayCookie.holding(AccessTokens.readable(code),
                                Duration.ofDays(tokens.longestDays()), doorstep.secure(request)))
                : Reply.again(templates.wallboardOpen(desk, form));
    }
}
