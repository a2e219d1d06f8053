package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** The box that takes an address, a text or a file and answers in one sentence. */
@Hidden
@Controller(value = "/check", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class CheckController {

    private final Templates templates;
    private final Checks checks;

    CheckController(Templates templates, Checks checks) {
        this.templates = templates;
        this.checks = checks;
    }

    @Get
    HttpResponse<String> page(Desk desk) {
        return Reply.page(templates.check(desk, Form.EMPTY, Optional.empty()));
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> check(Desk desk, @Body MultipartBody body) {
        Form form = Form.read(body);
        Optional<Checked> checked = checks.check(form);
        return form.sound()
                ? Reply.page(templates.check(desk, form, checked))
                : Reply.again(templates.check(desk, form, checked));
    }
}
