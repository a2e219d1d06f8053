package vn.vonggac.account;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever guesses: from many addresses, at many names, or by the clock. */
@EachDatabase
class GuessesTest {

    private static final String PASSWORD = "Mat-khau-dai-2026";
    private static final int ADDRESSES = 1000;
    // what one comparison of a password takes; nothing else on the way comes near
    private static final long HASH_BYTES = 19L * 1024 * 1024;

    private final TestInstallation installation;
    private final Accounts accounts;
    private final Guesses guesses;

    GuessesTest(TestInstallation installation) {
        this.installation = installation;
        accounts = installation.bean(Accounts.class);
        guesses = installation.bean(Guesses.class);
    }

    @Test
    void aThousandAddressesGuessAtOneNameNoOftenerThanOne() {
        int listened = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            Guesses.Subject address = guesses.address("203.0." + i / 250 + "." + i % 250);
            assertThat(guesses.attempt(address)).isEmpty();
            listened += guesses.attempt(guesses.name("an")).isEmpty() ? 1 : 0;
        }
        assertThat(listened).isEqualTo(5);
    }

    @Test
    void aThousandNamesAreTriedFromOneAddressNoOftenerThanTwenty() {
        int listened = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            listened += guesses.attempt(guesses.address("203.0.113.7")).isEmpty() ? 1 : 0;
        }
        assertThat(listened).isEqualTo(20);
    }

    @Test
    void theRightPasswordComesTooLateFromWhereverItComes() {
        setUp();
        for (int i = 0; i < 5; i++) {
            accounts.signIn("an", "wrong", "203.0.113." + i);
        }
        assertThat(accounts.signIn("an", PASSWORD, "198.51.100.9")).isInstanceOf(SignIn.Locked.class);
        installation.time().pass(Duration.ofSeconds(61));
        assertThat(accounts.signIn("an", PASSWORD, "198.51.100.9")).isInstanceOf(SignIn.Opened.class);
    }

    /** A clock tells names apart only where one answer takes less work: every answer takes a whole comparison. */
    @Test
    void everyAnswerTakesTheWorkOfAPassword() {
        setUp();
        People people = installation.bean(People.class);
        people.invite(Scope.EVERYTHING, new PersonDraft("invited", "Người được mời", "auditor", ""), "an");
        Outcome<Invited> gone = people.invite(Scope.EVERYTHING,
                new PersonDraft("gone", "Người đã nghỉ", "auditor", ""), "an");
        Invited joined = ((Outcome.Saved<Invited>) gone).value();
        accounts.join(joined.code(), new NewPassword(PASSWORD, PASSWORD), "127.0.0.1");
        people.disable(Scope.EVERYTHING, joined.person().id(), "an");
        for (String name : new String[]{"an", "nobody", "invited", "gone"}) {
            assertThat(work(name)).as(name).isGreaterThan(HASH_BYTES);
        }
    }

    /** Guesses that come too late cost the service nothing, and say nothing of who is there. */
    @Test
    void whoIsLockedIsToldWithoutAComparisonWhetherAnybodyHasTheNameOrNot() {
        setUp();
        for (String name : new String[]{"an", "nobody"}) {
            for (int i = 0; i < 5; i++) {
                guesses.attempt(guesses.name(name));
            }
            assertThat(accounts.signIn(name, PASSWORD, "127.0.0.1")).isInstanceOf(SignIn.Locked.class);
            assertThat(work(name)).as(name).isLessThan(HASH_BYTES);
        }
    }

    private long work(String name) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(accounts.signIn(name, "wrong", "127.0.0.1")).isNotInstanceOf(SignIn.Opened.class);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void setUp() {
        assertThat(accounts.setUp(new Accounts.FirstAdministrator(accounts.newSetUpCode(), "An", "an",
                PASSWORD, PASSWORD))).isInstanceOf(Outcome.Saved.class);
    }
}
