package vn.vonggac.account;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class LostWaysTest {

    private static final NewPassword CHOSEN = new NewPassword("Mot-mat-khau-moi-2026",
            "Mot-mat-khau-moi-2026");

    private final TestInstallation installation;
    private final Accounts accounts;
    private final Sessions sessions;
    private final LostWays ways;

    LostWaysTest(TestInstallation installation) {
        this.installation = installation;
        accounts = installation.bean(Accounts.class);
        sessions = installation.bean(Sessions.class);
        ways = installation.bean(LostWays.class);
    }

    @BeforeEach
    void setUp() {
        accounts.setUp(new Accounts.FirstAdministrator(accounts.newSetUpCode(), "An", "an",
                TestInstallation.PASSWORD, TestInstallation.PASSWORD));
    }

    @Test
    void theOnlyAdministratorWhoLostEveryWayComesInAgain() {
        String old = installation.signIn("an", TestInstallation.PASSWORD).split("=", 2)[1];
        for (int i = 0; i < 6; i++) {
            accounts.signIn("an", "wrong", "127.0.0.1");
        }
        Invited again = ways.letInAgain(Optional.empty()).orElseThrow();
        assertThat(sessions.find(old)).isEmpty();
        assertThat(accounts.join(again.code(), CHOSEN, "127.0.0.1")).isInstanceOf(Outcome.Saved.class);
        SignIn.Opened opened = (SignIn.Opened) accounts.signIn("an", CHOSEN.password(), "127.0.0.1");
        assertThat(sessions.find(opened.token()).orElseThrow().duty()).contains(Duty.ENROLMENT);
        assertThat(installation.bean(Audit.class).find(new AuditFilter("console", "", ""), 10, 0))
                .extracting(AuditEntry::action).contains("account.act.console-code");
    }

    @Test
    void somebodyDisabledIsLetInByTheirName() {
        installation.signIn(Role.ADMINISTRATOR, "");
        Person an = installation.bean(PersonRows.class).findBySignInName("an").orElseThrow();
        installation.bean(People.class).disable(Scope.EVERYTHING, an.id(), "binh");
        assertThat(ways.letInAgain(Optional.empty())).as("which of two?").isEmpty();
        assertThat(ways.letInAgain(Optional.of("nobody"))).isEmpty();
        assertThat(ways.letInAgain(Optional.of(" An "))).isPresent();
        assertThat(installation.bean(PersonRows.class).findById(an.id()).orElseThrow().disabled()).isFalse();
    }
}
