package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.Channels;
import vn.vonggac.notify.Message;
import vn.vonggac.notify.Outbox;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class SelfCheckTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final TestInstallation installation;

    SelfCheckTest(TestInstallation installation) {
        this.installation = installation;
    }

    @Test
    void aTrailWithoutItsEndIsToldOnceAndThatItEndsRightAgain() {
        installation.bean(Channels.class).add(Scope.EVERYTHING,
                new ChannelDraft("webhook", "soc", "", "critical", "vi", "http://127.0.0.1:1/soc", "", "",
                        "0123456789abcdef", "", "", "", "", "", "", "", "", ""),
                "an");
        installation.bean(Audit.class).record("an", "watch.act.look", "portal:1", "");
        SelfCheck check = installation.bean(SelfCheck.class);
        check.look();
        List<String> before = told();
        installation.execute("UPDATE audit_head SET seal = upper(seal)");
        check.look();
        check.look();
        assertThat(told()).hasSize(before.size() + 1).first().isEqualTo("trouble");

        installation.execute("UPDATE audit_head SET seal = lower(seal)");
        check.look();
        assertThat(told()).hasSize(before.size() + 2).first().isEqualTo("over");
    }

    @Test
    void aDiskWithLessThanATenthFreeIsTold() {
        assertThat(SelfCheck.full(10L << 30, 100L << 30)).isEmpty();
        assertThat(SelfCheck.full(9L << 30, 100L << 30)).contains("8\n9");
        assertThat(SelfCheck.full(0, 0)).isEmpty();
    }

    @Test
    void messagesThatWaitForLongOrWereGivenUpAreTold() {
        assertThat(SelfCheck.stuck(new Outbox.Standing(3, Duration.ofMinutes(14), 0))).isEmpty();
        assertThat(SelfCheck.stuck(new Outbox.Standing(3, Duration.ofMinutes(16), 0))).contains("3\n0");
        assertThat(SelfCheck.stuck(new Outbox.Standing(0, Duration.ZERO, 2))).contains("0\n2");
    }

    @Test
    void aClockThatJumpsIsToldWhereverItJumps() {
        SelfCheck.Clock clock = new SelfCheck.Clock(NOW, 0);
        long minute = Duration.ofMinutes(1).toNanos();

        assertThat(clock.jumped(new SelfCheck.Clock(NOW.plusSeconds(90), minute))).isEmpty();
        assertThat(clock.jumped(new SelfCheck.Clock(NOW.plusSeconds(3_660), minute))).contains("3600");
        assertThat(clock.jumped(new SelfCheck.Clock(NOW.minusSeconds(3_540), minute))).contains("-3600");
    }

    @Test
    void aThreadThatBeginsNoTurnForAQuarterOfAnHourIsSilent() {
        AtomicLong nanos = new AtomicLong();
        Beats beats = new Beats(nanos::get);
        beats.beat("heartbeat");
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        beats.beat("watchdog");
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());

        assertThat(beats.silent()).containsExactly("heartbeat");
        beats.beat("heartbeat");
        assertThat(beats.silent()).isEmpty();
    }

    private List<String> told() {
        return installation.bean(Outbox.class).list(Scope.EVERYTHING, Optional.empty(), 50, 0).rows().stream()
                .map(Message::event).toList();
    }
}
