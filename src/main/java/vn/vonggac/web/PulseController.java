package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;

/** The line at the bottom, by itself, so that a page left open stays true. */
@Hidden
@Controller(value = "/pulse", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class PulseController {

    private final Templates templates;

    PulseController(Templates templates) {
        this.templates = templates;
    }

    @Get
    HttpResponse<String> pulse(Desk desk) {
        return Reply.page(templates.partPulse(desk));
    }
}
