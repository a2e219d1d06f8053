package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import vn.vonggac.account.May;

/** The letter to an agency or a hosting company: first looked at, then sent. */
@Hidden
@Controller(value = "/incidents/{id}/notice/{role}", produces = MediaType.TEXT_HTML)
@Secured(May.HANDLE)
final class NoticeController {

    private final Templates templates;
    private final Notices notices;

    NoticeController(Templates templates, Notices notices) {
        this.templates = templates;
        this.notices = notices;
    }

    @Get
    HttpResponse<String> show(Desk desk, long id, String role) {
        return notices.page(desk, id, role, Optional.empty())
                .map(page -> Reply.page(templates.notice(desk, page))).orElseGet(Reply::absent);
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> send(Desk desk, long id, String role, @Body byte[] body) {
        return notices.page(desk, id, role, Optional.of(Form.read(body))).map(page -> {
            notices.send(desk, page);
            return page.form().sound()
                    ? Reply.done("/incidents/" + id, "notice-sent")
                    : Reply.again(templates.notice(desk, page));
        }).orElseGet(Reply::absent);
    }
}
