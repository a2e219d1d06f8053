package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** The first page: is anything wrong, what exactly, what now. */
@Hidden
@Controller(value = "/", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class OverviewController {

    private final Templates templates;
    private final Overviews overviews;

    OverviewController(Templates templates, Overviews overviews) {
        this.templates = templates;
        this.overviews = overviews;
    }

    @Get
    HttpResponse<String> overview(Desk desk) {
        return Reply.page(templates.overview(desk, overviews.of(desk)));
    }
}
