package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a clock does: a portal is looked at once a rhythm, never in bursts, and it never stops. */
class ClockTest {

    private static final Duration RHYTHM = Duration.ofMinutes(5);
    private static final TimeZone HERE = TimeZone.getDefault();

    private static TestInstallation installation;

    private final Site site = new Site();
    private Portal portal;

    @BeforeAll
    static void start() {
        installation = TestInstallation.with(Site.settings());
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void enter() {
        site.page("/", Site.LINKS).page("/tin/1", "<p>Hội nghị</p>").page("/tin/2", "<p>Lịch</p>");
        portal = site.enter(installation, "5m");
        turns(3);
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(HERE);
        site.close();
    }

    @Test
    void aClockSetBackByADayStallsNothing() {
        pass(Duration.ofDays(-1));

        assertThat(looksIn(12)).isEqualTo(12);
        assertThat(looksAt("/tin/1", 24)).isBetween(1, 3);
    }

    @Test
    void aClockSetForwardByAMonthIsNoStorm() {
        pass(Duration.ofDays(30));

        assertThat(looksIn(12)).isEqualTo(12);
        assertThat(looksAt("/tin/1", 24)).isBetween(1, 3);
    }

    @Test
    void aSecondThatComesTwiceIsNotNoticed() {
        pass(Duration.ofSeconds(-1));

        assertThat(looksIn(12)).isEqualTo(12);
    }

    @Test
    void aClockThatIsCorrectedAgainAndAgainKeepsTheRhythm() {
        int before = looks("/");
        for (int turn = 0; turn < 12; turn++) {
            pass(Duration.ofSeconds(turn % 2 == 0 ? 40 : -40));
            turns(1);
        }

        assertThat(looks("/") - before).isEqualTo(12);
    }

    @Test
    void anotherTimeZoneChangesNothing() {
        installation.time().set(Instant.parse("2026-03-08T06:30:00Z"));
        turns(1);
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        int before = looks("/");
        turns(6);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        turns(6);

        assertThat(looks("/") - before).isEqualTo(12);
        assertThat(installation.bean(FrontierRows.class).home(portal.id()).orElseThrow().visitedAt())
                .isEqualTo(installation.time().instant().minus(RHYTHM));
    }

    /** How often the home page was looked at in so many turns. */
    private int looksIn(int turns) {
        return looksAt("/", turns);
    }

    private int looksAt(String path, int turns) {
        int before = looks(path);
        turns(turns);
        return looks(path) - before;
    }

    private void turns(int count) {
        for (int turn = 0; turn < count; turn++) {
            installation.bean(Watch.class).setBack(installation.time().instant());
            installation.bean(PortalRound.class).run(portal.id());
            pass(RHYTHM);
        }
    }

    private int looks(String path) {
        int views = path.equals("/") ? 4 : 2;
        return site.server.findAll(getRequestedFor(urlEqualTo(path))).size() / views;
    }

    private void pass(Duration duration) {
        installation.time().pass(duration);
    }
}
