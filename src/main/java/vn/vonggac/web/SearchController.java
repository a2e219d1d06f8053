package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Everything that was read, by word, host or sentence. */
@Hidden
@Controller(value = "/search", produces = MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class SearchController {

    private final Templates templates;
    private final Searches searches;

    SearchController(Templates templates, Searches searches) {
        this.templates = templates;
        this.searches = searches;
    }

    @Get
    HttpResponse<String> search(Desk desk) {
        return Reply.page(templates.search(desk, searches.find(desk)));
    }
}
