package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.May;

/** The figures: what happened over the last weeks, drawn and as tables, to look at and to print. */
@Hidden
@Controller(value = "/figures", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class FiguresController {

    private final Templates templates;
    private final FigurePages figures;

    FiguresController(Templates templates, FigurePages figures) {
        this.templates = templates;
        this.figures = figures;
    }

    @Get
    HttpResponse<String> figures(Desk desk) {
        return Reply.page(templates.figures(desk, figures.of(desk)));
    }
}
