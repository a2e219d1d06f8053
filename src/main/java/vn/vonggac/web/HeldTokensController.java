package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import vn.vonggac.account.AccessToken;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.May;
import vn.vonggac.portal.Outcome;

/** The tokens that people hold, for an administrator who sees these people. */
@Hidden
@Controller(value = "/people/tokens", produces = MediaType.TEXT_HTML)
@Secured(May.PEOPLE)
final class HeldTokensController {

    private final Templates templates;
    private final AccessTokens tokens;
    private final TokenPages pages;

    HeldTokensController(Templates templates, AccessTokens tokens, TokenPages pages) {
        this.templates = templates;
        this.tokens = tokens;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.tokens(desk, pages.list(desk)));
    }

    @Post(uri = "/{id}/revoke", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> revoke(Desk desk, long id) {
        return tokens.revoke(desk.scope(), id, desk.who()) instanceof Outcome.Saved<AccessToken>
                ? Reply.done("/people/tokens", "token-revoked")
                : Reply.absent();
    }
}
