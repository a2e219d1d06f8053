package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.account.Accounts;
import vn.vonggac.incident.CampaignJoining;
import vn.vonggac.page.Retention;

/** What is done beside looking, on a thread of its own: later rules on what is kept, and letting go of what is old. */
@Singleton
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Duration COUNT = Duration.ofMinutes(10);
    private static final Duration CHECK = Duration.ofMinutes(1);

    private final Rejudging rejudging;
    private final CampaignJoining campaigns;
    private final Retention retention;
    private final Surroundings surroundings;
    private final Spending spending;
    private final Coverages coverages;
    private final Accounts accounts;
    private final DatabaseFile file;
    private final SelfCheck check;
    private final Beats beats;
    private final WatchConfig config;
    private final InstantSource time;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    private Instant swept;
    private Instant counted = Instant.EPOCH;
    private Instant checked = Instant.EPOCH;

    Housekeeping(Rejudging rejudging, CampaignJoining campaigns, Retention retention,
            Surroundings surroundings, Spending spending, Coverages coverages, Accounts accounts,
            DatabaseFile file, SelfCheck check, Beats beats, WatchConfig config, InstantSource time) {
        this.rejudging = rejudging;
        this.campaigns = campaigns;
        this.retention = retention;
        this.surroundings = surroundings;
        this.spending = spending;
        this.coverages = coverages;
        this.accounts = accounts;
        this.file = file;
        this.check = check;
        this.beats = beats;
        this.config = config;
        this.time = time;
        this.swept = time.instant();
    }

    void start() {
        long beat = config.heartbeat().toMillis();
        thread.scheduleWithFixedDelay(this::turn, beat, beat, TimeUnit.MILLISECONDS);
    }

    private void turn() {
        beats.beat("housekeeping");
        try {
            if (isTime(checked, CHECK, time.instant())) {
                checked = time.instant();
                check.look();
            }
            rejudging.step();
            if (campaigns.step() > 0) {
                campaigns.tell();
            }
            Instant now = time.instant();
            if (isTime(counted, COUNT, now)) {
                counted = now;
                coverages.count();
            }
            if (isTime(swept, config.housekeeping(), now)) {
                swept = now;
                sweep();
                campaigns.tell();
            }
            file.tidy();
        } catch (RuntimeException e) {
            LOG.error("Housekeeping failed; it is tried again", e);
        }
    }

    /** Also when the clock was set back meanwhile. */
    private static boolean isTime(Instant last, Duration pause, Instant now) {
        return Duration.between(last, now).abs().compareTo(pause) >= 0;
    }

    /** What is no longer kept leaves the index with its next step. */
    void sweep() {
        surroundings.sweep(time.instant());
        spending.forget(time.instant());
        accounts.disableIdle();
        Retention.Swept done = retention.sweep();
        if (done.old() + done.many() > 0) {
            LOG.info("Copies let go: {} too old, {} beyond the number kept of a page; {} bytes are left",
                    done.old(), done.many(), done.bytesLeft());
        }
        if (done.large() > 0) {
            LOG.warn("The copies took more than {} bytes: {} of the eldest were let go, {} bytes are left",
                    retention.disk(), done.large(), done.bytesLeft());
        }
    }

    void stop() {
        thread.shutdown();
    }
}
