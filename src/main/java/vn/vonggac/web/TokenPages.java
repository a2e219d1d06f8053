package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.account.AccessToken;
import vn.vonggac.account.AccessTokenDraft;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;

/** Tokens as the desk lists them, and what their form offers. */
@Singleton
final class TokenPages {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

    private final AccessTokens tokens;
    private final Agencies agencies;
    private final InstantSource time;

    TokenPages(AccessTokens tokens, Agencies agencies, InstantSource time) {
        this.tokens = tokens;
        this.agencies = agencies;
        this.time = time;
    }

    List<TokenRow> mine(Desk desk) {
        return tokens.of(desk.person()).stream().map(token -> row(desk, token)).toList();
    }

    Listing<TokenRow> list(Desk desk) {
        long total = tokens.list(desk.scope(), 1, 0).total();
        return Listing.of(desk.address(), total, (size, skip) -> tokens.list(desk.scope(), size, skip).rows()
                .stream().map(token -> row(desk, token)).toList());
    }

    private TokenRow row(Desk desk, AccessToken token) {
        String agency = token.agencyId()
                .map(id -> agencies.find(desk.scope(), id).map(Agency::name).orElse(""))
                .orElseGet(() -> desk.say("web.token.everything"));
        return new TokenRow(token, agency, token.expired(time.instant()));
    }

    static AccessTokenDraft draft(Form form) {
        return new AccessTokenDraft(form.typed("name"), form.ticks("rights"), form.typed("agency"),
                form.typed("days"));
    }

    /** What this person can hand on. */
    static List<String> rights(Desk desk) {
        return AccessTokens.RIGHTS.stream().filter(desk::may).toList();
    }

    List<Choice> days(Desk desk) {
        return Stream.concat(DAYS.stream().filter(days -> days < tokens.longestDays()),
                Stream.of((int) tokens.longestDays()))
                .map(days -> new Choice(String.valueOf(days), desk.say("web.token.for-days", days))).toList();
    }

    List<Choice> places(Desk desk, boolean display) {
        Optional<Choice> every = display
                ? Optional.empty()
                : Optional.of(new Choice("", desk.say("web.token.everything")));
        return Stream.concat(every.stream(),
                new AgencyTree(agencies.all(desk.scope())).choices(Agency::code).stream()).toList();
    }
}
