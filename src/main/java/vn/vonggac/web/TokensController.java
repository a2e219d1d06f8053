package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.function.Supplier;
import vn.vonggac.account.AccessToken;
import vn.vonggac.account.AccessTokenDraft;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.IssuedToken;
import vn.vonggac.account.May;
import vn.vonggac.portal.Outcome;

/** One's own tokens: for programs, and for screens on the wall. */
@Hidden
@Controller(value = "/account/tokens", produces = MediaType.TEXT_HTML)
@Secured(May.OWN_ACCOUNT)
final class TokensController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final Form BLANK = Form.of(Map.of("rights", May.READ, "days", "90"));

    private final Templates templates;
    private final AccessTokens tokens;
    private final TokenPages pages;

    TokensController(Templates templates, AccessTokens tokens, TokenPages pages) {
        this.templates = templates;
        this.tokens = tokens;
        this.pages = pages;
    }

    @Get("/new")
    HttpResponse<String> blank(Desk desk) {
        return Reply.page(forProgram(desk, BLANK));
    }

    @Post(consumes = FORM)
    HttpResponse<String> issue(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        AccessTokenDraft draft = TokenPages.draft(form);
        return answer(desk, form, () -> tokens.issue(desk.signedIn(), draft), () -> forProgram(desk, form));
    }

    @Get("/new-display")
    HttpResponse<String> blankDisplay(Desk desk) {
        return Reply.page(forDisplay(desk, Form.of(Map.of("days", String.valueOf(tokens.longestDays())))));
    }

    @Post(uri = "/display", consumes = FORM)
    HttpResponse<String> issueDisplay(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        AccessTokenDraft draft = TokenPages.draft(form);
        return answer(desk, form, () -> tokens.issueDisplay(desk.signedIn(), draft),
                () -> forDisplay(desk, form));
    }

    /** The secret, this once; or the form with what was wrong. */
    private HttpResponse<String> answer(Desk desk, Form form, Supplier<Outcome<IssuedToken>> wish,
            Supplier<JteModel> again) {
        if (!form.sound()) {
            return Reply.again(again.get());
        }
        return switch (wish.get()) {
            case Outcome.Saved<IssuedToken>(IssuedToken issued) ->
                Reply.page(templates.tokenIssued(desk.at("/account"), issued));
            case Outcome.Rejected<IssuedToken> rejected -> {
                form.reject(rejected.problems());
                yield Reply.again(again.get());
            }
            case Outcome.Absent<IssuedToken> absent -> Reply.absent();
            case Outcome.Stale<IssuedToken> stale -> Reply.absent();
        };
    }

    @Post(uri = "/{id}/revoke", consumes = FORM)
    HttpResponse<String> revoke(Desk desk, long id) {
        return tokens.revoke(desk.person(), id) instanceof Outcome.Saved<AccessToken>
                ? Reply.done("/account", "token-revoked")
                : Reply.absent();
    }

    private JteModel forProgram(Desk desk, Form form) {
        return templates.tokenForm(desk.at("/account/tokens/new"), form, TokenPages.rights(desk),
                pages.places(desk, false), pages.days(desk));
    }

    private JteModel forDisplay(Desk desk, Form form) {
        return templates.tokenDisplay(desk.at("/account/tokens/new-display"), form, pages.places(desk, true),
                pages.days(desk));
    }
}
