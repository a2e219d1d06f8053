package vn.vonggac.account;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Accounts.FirstAdministrator;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Messages;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class AccountsTest {

    private static final String PASSWORD = "Mat-khau-dai-2026";

    private final TestInstallation installation;
    private final Accounts accounts;
    private final Sessions sessions;

    AccountsTest(TestInstallation installation) {
        this.installation = installation;
        accounts = installation.bean(Accounts.class);
        sessions = installation.bean(Sessions.class);
    }

    @Test
    void theSetUpCodeMakesTheFirstAdministratorOnce() {
        String code = accounts.newSetUpCode();

        assertThat(setUp(code)).isInstanceOf(Outcome.Saved.class);
        assertThat(accounts.nobodyYet()).isFalse();
        assertThat(problems(setUp(code))).containsExactly("account.problem.set-up-done");
    }

    @Test
    void aWrongOrOlderCodeSetsNothingUp() {
        String older = accounts.newSetUpCode();
        accounts.newSetUpCode();

        assertThat(problems(setUp(older))).containsExactly("account.problem.code");
        assertThat(problems(setUp("AAAAA-AAAAA-AAAAA-AAAAA"))).containsExactly("account.problem.code");
        assertThat(accounts.nobodyYet()).isTrue();
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        accounts.newSetUpCode();

        Outcome<Person> outcome = accounts.setUp(new FirstAdministrator("x", " ", "a b", "short", "other"));

        assertThat(problems(outcome)).containsExactly("account.problem.code", "account.problem.full-name",
                "account.problem.sign-in-name", "account.problem.password", "account.problem.again");
    }

    @Test
    void theRightPasswordOpensASessionAndNeitherIsKept() {
        setUp(accounts.newSetUpCode());

        SignIn.Opened opened = opened(PASSWORD);

        assertThat(sessions.find(opened.token())).map(found -> found.person().signInName())
                .contains("an.nguyen");
        assertThat(opened.person().passwordHash()).startsWith("argon2id$").doesNotContain(PASSWORD);
        assertThat(sessions.find(opened.token().substring(1))).isEmpty();
    }

    @Test
    void everySignInHasATokenOfItsOwn() {
        setUp(accounts.newSetUpCode());

        assertThat(opened(PASSWORD).token()).isNotEqualTo(opened(PASSWORD).token());
    }

    @Test
    void fiveFailuresLockAndTheLockGrows() {
        setUp(accounts.newSetUpCode());
        for (int i = 0; i < 4; i++) {
            assertThat(signIn("wrong")).isInstanceOf(SignIn.Wrong.class);
        }

        assertThat(signIn("wrong"))
                .isEqualTo(new SignIn.Locked(installation.time().instant().plusSeconds(60)));
        assertThat(signIn(PASSWORD)).isInstanceOf(SignIn.Locked.class);
        installation.time().pass(Duration.ofSeconds(61));
        assertThat(signIn("wrong"))
                .isEqualTo(new SignIn.Locked(installation.time().instant().plusSeconds(120)));
        installation.time().pass(Duration.ofSeconds(121));
        assertThat(signIn(PASSWORD)).isInstanceOf(SignIn.Opened.class);
    }

    @Test
    void anUnknownNameAnswersLikeAWrongPassword() {
        assertThat(accounts.signIn("nobody", PASSWORD, "127.0.0.1")).isEqualTo(new SignIn.Wrong());
    }

    @Test
    void aSessionEndsWhenIdleWhenOldAndWhenSignedOut() {
        setUp(accounts.newSetUpCode());
        String idle = opened(PASSWORD).token();
        installation.time().pass(Duration.ofMinutes(6));
        String busy = opened(PASSWORD).token();
        String closed = opened(PASSWORD).token();
        sessions.close(closed);

        assertThat(sessions.find(idle)).isEmpty();
        assertThat(sessions.find(closed)).isEmpty();
        for (int minutes = 0; minutes < 8 * 60; minutes += 4) {
            assertThat(sessions.find(busy)).isPresent();
            installation.time().pass(Duration.ofMinutes(4));
        }
        assertThat(sessions.find(busy)).isEmpty();
    }

    @Test
    void whatAPageAsksForByItselfKeepsNoSessionAlive() {
        setUp(accounts.newSetUpCode());
        String left = opened(PASSWORD).token();
        for (int minutes = 0; minutes < 5; minutes++) {
            assertThat(sessions.peek(left)).isPresent();
            installation.time().pass(Duration.ofMinutes(1));
        }
        assertThat(sessions.peek(left)).isEmpty();
    }

    @Test
    void whatPeopleDoIsOnTheTrail() {
        setUp(accounts.newSetUpCode());
        signIn("wrong");
        sessions.close(opened(PASSWORD).token());

        assertThat(installation.bean(Audit.class).find(AuditFilter.EVERYTHING, 10, 0))
                .extracting(AuditEntry::action).allMatch(Messages.VIETNAMESE::has)
                .containsExactly("account.act.sign-out", "account.act.sign-in",
                        "account.act.sign-in-failed", "account.act.set-up");
    }

    private Outcome<Person> setUp(String code) {
        return accounts.setUp(new FirstAdministrator(code, "Nguyễn Văn An", "An.Nguyen", PASSWORD, PASSWORD));
    }

    private SignIn signIn(String password) {
        return accounts.signIn("an.nguyen", password, "127.0.0.1");
    }

    private SignIn.Opened opened(String password) {
        return (SignIn.Opened) signIn(password);
    }

    private static List<String> problems(Outcome<Person> outcome) {
        return ((Outcome.Rejected<Person>) outcome).problems().stream().map(Problem::messageKey).toList();
    }
}
