package vn.vonggac.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class AccessTokensTest {

    private static final String CHOSEN = "Con chó 4 chân sủa!";
    private static final String OTHER = "Con gà 2 chân gáy!";

    private final TestInstallation installation;
    private final Accounts accounts;
    private final AccessTokens tokens;
    private final People people;
    private long province;
    private long office;

    AccessTokensTest(TestInstallation installation) {
        this.installation = installation;
        accounts = installation.bean(Accounts.class);
        tokens = installation.bean(AccessTokens.class);
        people = installation.bean(People.class);
    }

    @BeforeEach
    void agencies() {
        province = agency("H23", "");
        office = agency("H23.12", "H23");
        agency("K01", "");
    }

    @Test
    void aTokenActsInItsOwnersNameWithTheRightsItWasGiven() {
        SignedIn owner = owner(Role.REVIEWER, "");
        SignedIn program = found(issued(owner, Set.of(May.READ, May.CHECK), "", "30"));
        assertThat(program.person().signInName()).isEqualTo(owner.person().signInName());
        assertThat(program.rights()).containsExactlyInAnyOrder(May.READ, May.CHECK);
        assertThat(program.scope()).isEqualTo(Scope.EVERYTHING);
        assertThat(program.token()).isEqualTo("ci");
    }

    @Test
    void itSeesOneAgencyWithAllBelowAndNeverMoreThanItsOwner() {
        String wide = issued(owner(Role.REVIEWER, ""), Set.of(May.READ), "H23", "30");
        assertThat(found(wide).scope()).isEqualTo(Scope.of(Set.of(province, office)));
        SignedIn local = owner(Role.REVIEWER, "H23.12");
        assertThat(problems(tokens.issue(local, draft(Set.of(May.READ), "K01", "30"))))
                .containsExactly("account.problem.agency");
        assertThat(problems(tokens.issue(local, draft(Set.of(May.READ), "H23", "30"))))
                .containsExactly("account.problem.agency");
        assertThat(found(issued(local, Set.of(May.READ), "", "30")).scope())
                .isEqualTo(Scope.of(Set.of(office)));
    }

    @Test
    void whatItsOwnerMayNoLongerDoOrSeeItMayNotEither() {
        SignedIn owner = owner(Role.REVIEWER, "");
        String secret = issued(owner, Set.of(May.READ, May.HANDLE), "H23", "30");
        change(owner, "webmaster", "H23.12");
        assertThat(found(secret).rights()).containsExactly(May.READ);
        assertThat(found(secret).scope()).isEqualTo(Scope.of(Set.of(office)));
        change(owner, "webmaster", "K01");
        assertThat(found(secret).scope()).isEqualTo(Scope.of(Set.of()));
    }

    @Test
    void noTokenHasARightThatItsOwnerLacksOrThatIsForPeople() {
        SignedIn webmaster = owner(Role.WEBMASTER, "");
        for (Set<String> rights : List.of(Set.of(May.HANDLE), Set.of(May.OWN_ACCOUNT), Set.of(May.PASSWORD),
                Set.of("nothing"), Set.<String>of())) {
            assertThat(problems(tokens.issue(webmaster, draft(rights, "", "30"))))
                    .containsExactly("account.problem.token-rights");
        }
        assertThat(problems(tokens.issue(owner(Role.ADMINISTRATOR, ""), draft(Set.of(May.PEOPLE), "", "30"))))
                .containsExactly("account.problem.token-rights");
    }

    @Test
    void itEndsWithItsDayAndWithAWordOfItsOwnerOrAnAdministrator() {
        SignedIn owner = owner(Role.REVIEWER, "");
        String late = issued(owner, Set.of(May.READ), "", "30");
        installation.time().pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(find(late)).isPresent();
        installation.time().pass(Duration.ofSeconds(1));
        assertThat(find(late)).isEmpty();

        long id = tokens.of(owner.person()).getFirst().id();
        assertThat(tokens.revoke(owner(Role.REVIEWER, "").person(), id)).isInstanceOf(Outcome.Absent.class);
        assertThat(tokens.revoke(Scope.of(Set.of(office)), id, "an")).isInstanceOf(Outcome.Absent.class);
        assertThat(tokens.revoke(Scope.EVERYTHING, id, "an")).isInstanceOf(Outcome.Saved.class);
        String own = issued(owner, Set.of(May.READ), "", "30");
        assertThat(tokens.revoke(owner.person(), tokens.of(owner.person()).getFirst().id()))
                .isInstanceOf(Outcome.Saved.class);
        assertThat(find(own)).isEmpty();
    }

    @Test
    void itIsGoodForNothingWhereItsOwnerCouldNotComeIn() {
        SignedIn owner = owner(Role.REVIEWER, "");
        String secret = issued(owner, Set.of(May.READ), "", "365");
        people.resetFactor(Scope.EVERYTHING, owner.person().id(), "an");
        assertThat(find(secret)).as("owes an enrolment").isEmpty();
        SignedIn idle = owner(Role.WEBMASTER, "");
        String forgotten = issued(idle, Set.of(May.READ), "", "365");
        installation.time().pass(Duration.ofDays(46));
        assertThat(find(forgotten)).as("not seen for long").isEmpty();
    }

    @Test
    void itIsGoneWithItsOwnerAndDoesNotComeBackWithThem() {
        SignedIn owner = owner(Role.WEBMASTER, "");
        String secret = issued(owner, Set.of(May.READ), "", "365");
        people.disable(Scope.EVERYTHING, owner.person().id(), "an");
        assertThat(find(secret)).isEmpty();
        people.enable(Scope.EVERYTHING, owner.person().id(), "an");
        assertThat(find(secret)).isEmpty();
        assertThat(tokens.of(owner.person())).isEmpty();
    }

    @Test
    void itGoesWithThePasswordAndWithEverySessionWhereItsOwnerSaysSo() {
        SignedIn owner = owner(Role.WEBMASTER, "");
        String secret = issued(owner, Set.of(May.READ), "", "30");
        accounts.signOutEverywhere(owner.person(), false);
        assertThat(changed(owner, TestInstallation.PASSWORD, CHOSEN, false))
                .isInstanceOf(Outcome.Saved.class);
        assertThat(find(secret)).as("a program goes on").isPresent();
        assertThat(changed(owner, "wrong", OTHER, true)).isInstanceOf(Outcome.Rejected.class);
        assertThat(find(secret)).as("nothing was changed").isPresent();
        assertThat(changed(owner, CHOSEN, OTHER, true)).isInstanceOf(Outcome.Saved.class);
        assertThat(find(secret)).isEmpty();
        String later = issued(owner, Set.of(May.READ), "", "30");
        String strangers = issued(owner(Role.WEBMASTER, ""), Set.of(May.READ), "", "30");
        accounts.signOutEverywhere(owner.person(), true);
        assertThat(find(later)).isEmpty();
        assertThat(find(strangers)).as("somebody else's").isPresent();
        assertThat(installation.bean(Audit.class).find(
                new AuditFilter(owner.person().signInName(), "account.act.token-revoke", ""), 9, 0))
                .hasSize(2);
    }

    @Test
    void whoComesBackWithACodeBeginsAnew() {
        SignedIn owner = owner(Role.WEBMASTER, "");
        String secret = issued(owner, Set.of(May.READ), "", "30");
        Outcome<Invited> again = people.inviteAgain(Scope.EVERYTHING, owner.person().id(), "an");
        assertThat(find(secret)).as("the code was not used yet").isPresent();
        assertThat(accounts.join(((Outcome.Saved<Invited>) again).value().code(),
                new NewPassword(CHOSEN, CHOSEN), "127.0.0.1")).isInstanceOf(Outcome.Saved.class);
        assertThat(find(secret)).isEmpty();
    }

    private Outcome<Person> changed(SignedIn owner, String old, String chosen, boolean tokensToo) {
        Person now = people.find(Scope.EVERYTHING, owner.person().id()).orElseThrow();
        return accounts.changePassword(now, old, new NewPassword(chosen, chosen), tokensToo);
    }

    @Test
    void onlyItsHashIsKeptAndItsLastUseIsShown() {
        SignedIn owner = owner(Role.REVIEWER, "");
        Outcome<IssuedToken> outcome = tokens.issue(owner, draft(Set.of(May.READ), "", "30"));
        IssuedToken issued = ((Outcome.Saved<IssuedToken>) outcome).value();
        assertThat(issued.secret()).startsWith("vg_").hasSizeGreaterThan(40);
        assertThat(issued.toString()).doesNotContain(issued.secret());
        assertThat(installation.bean(AccessTokenRows.class).findById(issued.token().id()).orElseThrow()
                .toString()).doesNotContain(issued.secret());
        assertThat(tokens.of(owner.person()).getFirst().usedAt()).isEmpty();
        tokens.find(issued.secret(), "203.0.113.7");
        assertThat(tokens.of(owner.person()).getFirst()).returns(
                Optional.of(installation.time().instant()),
                AccessToken::usedAt).returns("203.0.113.7", AccessToken::usedFrom);
        assertThat(find(issued.secret().substring(1))).isEmpty();
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        SignedIn owner = owner(Role.REVIEWER, "");
        assertThat(problems(tokens.issue(owner, new AccessTokenDraft(" ", Set.of(), "Z9", "366"))))
                .containsExactly("account.problem.token-rights", "account.problem.token-name",
                        "account.problem.token-days", "account.problem.agency");
        issued(owner, Set.of(May.READ), "", "1");
        assertThat(problems(tokens.issue(owner, draft(Set.of(May.READ), "", "0"))))
                .containsExactly("account.problem.token-taken", "account.problem.token-days");
    }

    @Test
    void aScreenShowsOneAgencyAndDoesNothingElse() {
        SignedIn owner = owner(Role.REVIEWER, "");
        assertThat(problems(tokens.issueDisplay(owner, draft(Set.of(May.HANDLE), "", "365"))))
                .containsExactly("account.problem.agency");
        String code = ((Outcome.Saved<IssuedToken>) tokens.issueDisplay(owner,
                draft(Set.of(May.HANDLE), "H23.12", "365"))).value().secret();
        SignedIn screen = tokens.display(" " + code.toLowerCase(java.util.Locale.ROOT), "127.0.0.1")
                .orElseThrow();
        assertThat(screen.rights()).containsExactly(May.DISPLAY);
        assertThat(screen.scope()).isEqualTo(Scope.of(Set.of(office)));
        installation.time().pass(Duration.ofDays(40));
        assertThat(find(code)).as("nobody touches a screen").isPresent();
        String other = issued(owner(Role.REVIEWER, ""), Set.of(May.READ), "", "1");
        assertThat(tokens.display(other, "127.0.0.1")).as("a program's token opens no screen").isEmpty();
    }

    @Test
    void codesOfAScreenAreNotGuessedAtForLong() {
        SignedIn owner = owner(Role.REVIEWER, "");
        String code = ((Outcome.Saved<IssuedToken>) tokens.issueDisplay(owner,
                draft(Set.of(), "H23", "365"))).value().secret();
        for (int i = 0; i < 20; i++) {
            assertThat(tokens.display("AAAAA-AAAAA-AAAAA-AAAA" + i, "203.0.113.9")).isEmpty();
        }
        assertThat(tokens.display(code, "203.0.113.9")).isEmpty();
        assertThat(tokens.display(code, "203.0.113.10")).isPresent();
    }

    @Test
    void administratorsSeeTheTokensOfTheirOwnPeople() {
        issued(owner(Role.REVIEWER, "H23.12"), Set.of(May.READ), "", "30");
        issued(owner(Role.REVIEWER, "K01"), Set.of(May.READ), "", "30");
        assertThat(tokens.list(Scope.EVERYTHING, 10, 0).total()).isEqualTo(2);
        assertThat(tokens.list(Scope.of(Set.of(province, office)), 10, 0).rows())
                .extracting(token -> token.owner().agencyId()).containsExactly(office);
    }

    @Test
    void makingAndRevokingIsOnTheTrailWithoutTheSecret() {
        SignedIn owner = owner(Role.REVIEWER, "");
        String secret = issued(owner, Set.of(May.READ), "H23", "30");
        tokens.revoke(owner.person(), tokens.of(owner.person()).getFirst().id());
        List<AuditEntry> lines = installation.bean(Audit.class).find(AuditFilter.EVERYTHING, 2, 0);
        assertThat(lines).extracting(AuditEntry::action).containsExactly("account.act.token-revoke",
                "account.act.token");
        assertThat(lines).extracting(AuditEntry::detail).containsExactly("ci", "ci: read, H23")
                .noneMatch(detail -> detail.contains(secret));
    }

    private long agency(String code, String parent) {
        return ((Outcome.Saved<Agency>) installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft(code, code, parent, "", "", "", "", "", "", "", ""), "test")).value().id();
    }

    private SignedIn owner(Role role, String agency) {
        String cookie = installation.signIn(role, agency);
        return installation.bean(Sessions.class).find(cookie.split("=", 2)[1]).orElseThrow();
    }

    private void change(SignedIn owner, String role, String agency) {
        assertThat(people.change(Scope.EVERYTHING, owner.person().id(),
                new PersonDraft("", owner.person().fullName(), role, agency), "an"))
                .isInstanceOf(Outcome.Saved.class);
    }

    private String issued(SignedIn owner, Set<String> rights, String agency, String days) {
        return ((Outcome.Saved<IssuedToken>) tokens.issue(owner, draft(rights, agency, days))).value()
                .secret();
    }

    private static AccessTokenDraft draft(Set<String> rights, String agency, String days) {
        return new AccessTokenDraft("ci", rights, agency, days);
    }

    private Optional<SignedIn> find(String secret) {
        return tokens.find(secret, "127.0.0.1");
    }

    private SignedIn found(String secret) {
        return find(secret).orElseThrow();
    }

    private static List<String> problems(Outcome<IssuedToken> outcome) {
        return ((Outcome.Rejected<IssuedToken>) outcome).problems().stream().map(Problem::messageKey)
                .toList();
    }
}
