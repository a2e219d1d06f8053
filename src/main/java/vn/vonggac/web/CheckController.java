package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import org.reactivestreams.Publisher;
import vn.vonggac.account.May;
import vn.vonggac.api.Live;
import vn.vonggac.watch.Asker;
import vn.vonggac.watch.CheckAnswer;
import vn.vonggac.watch.Checks;

/** The box that takes an address, a text or a file, and the page of each check with its result. */
@Hidden
@Controller(value = "/check", produces = MediaType.TEXT_HTML)
@Secured(May.CHECK)
final class CheckController {

    private final Templates templates;
    private final Checks checks;
    private final CheckPages pages;
    private final Live live;

    CheckController(Templates templates, Checks checks, CheckPages pages, Live live) {
        this.templates = templates;
        this.checks = checks;
        this.pages = pages;
        this.live = live;
    }

    @Get
    HttpResponse<String> page(Desk desk) {
        return Reply.page(templates.check(desk, Form.EMPTY, pages.mine(desk)));
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> check(Desk desk, @Body MultipartBody body) {
        Form form = Form.read(body);
        return pages.asked(form).map(asked -> follow(desk, form, checks.ask(asker(desk), asked)))
                .orElseGet(() -> again(desk, form));
    }

    @Get("/{id}")
    @Secured(May.READ)
    HttpResponse<String> show(Desk desk, String id) {
        return pages.of(desk, id).map(page -> Reply.page(templates.checkResult(desk, page)))
                .orElseGet(Reply::absent);
    }

    @Get("/{id}/live")
    @Secured(May.READ)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(Desk desk, String id) {
        return live.steps("steps", () -> pages.of(desk, id).filter(page -> page.check().underWay())
                .map(page -> templates.partCheckSteps(desk, page).render()));
    }

    @Post(uri = "/{id}/again", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> again(Desk desk, String id) {
        return checks.askAgain(asker(desk), id).map(answer -> follow(desk, Form.of(pages.filled(desk, id)),
                answer)).orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}/cancel", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> cancel(Desk desk, String id) {
        return checks.cancel(desk.who(), desk.scope(), id).map(check -> Reply.goTo("/check/" + check.id()))
                .orElseGet(Reply::absent);
    }

    /** To the check's own page, or back to the box with what was wrong. */
    private HttpResponse<String> follow(Desk desk, Form form, CheckAnswer answer) {
        return switch (answer) {
            case CheckAnswer.Taken(var check) -> Reply.goTo("/check/" + check.id());
            case CheckAnswer.Rejected(var problems) -> {
                problems.forEach(problem -> form.reject("what", problem.messageKey(),
                        problem.arguments().toArray()));
                yield again(desk, form);
            }
            case CheckAnswer.Limited(String key, var after) -> {
                form.reject("what", "web.check.limited", desk.say(key), after.toMinutes() + 1);
                yield again(desk, form);
            }
        };
    }

    private HttpResponse<String> again(Desk desk, Form form) {
        return Reply.again(templates.check(desk.at("/check"), form, pages.mine(desk)));
    }

    private static Asker asker(Desk desk) {
        return Asker.person(desk.who(), desk.scope());
    }
}
