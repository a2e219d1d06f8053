package vn.vonggac.watch;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.audit.Audit;
import vn.vonggac.incident.WantedVisit;
import vn.vonggac.incident.WantedVisits;
import vn.vonggac.page.Baselines;
import vn.vonggac.portal.Scope;

/**
 * The watch: its timetable, and a heartbeat beside Quartz that takes up what people changed, passes on what somebody
 * is waiting for, and notices when portals are no longer looked at, also when it is the scheduler that stopped.
 */
@Singleton
public class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final String LOOK_NOW = "look-now";
    private static final int MOST_LATE = 1_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    /** Another node's clock may run ahead: asked for every so often, for the question reads the whole frontier. */
    private static final Duration CLOCKS_ASKED = Duration.ofMinutes(10);

    private final WatchedPortals portals;
    private final PortalRound round;
    private final FrontierRows pages;
    private final WantedVisits wanted;
    private final IndexKeeping index;
    private final Baselines baselines;
    private final Housekeeping housekeeping;
    private final Gauges gauges;
    private final JobSource jobs;
    private final Ledger ledger;
    private final Alarms alarms;
    private final Beats beats;
    private final WatchConfig config;
    private final InstantSource time;
    private final Audit audit;
    private final ScheduledExecutorService heart = beating("heartbeat");
    private final ScheduledExecutorService watchdog = beating("watchdog");
    private volatile @Nullable Timetable timetable;
    private volatile Set<Long> late = Set.of();
    private Instant lastBeat = Instant.EPOCH;
    private Instant clocksAsked = Instant.EPOCH;

    Watch(WatchedPortals portals, PortalRound round, FrontierRows pages, WantedVisits wanted,
            IndexKeeping index,
            Baselines baselines, Housekeeping housekeeping, Gauges gauges, JobSource jobs, Ledger ledger,
            Alarms alarms, Beats beats, WatchConfig config, InstantSource time, Audit audit) {
        this.portals = portals;
        this.round = round;
        this.pages = pages;
        this.wanted = wanted;
        this.index = index;
        this.baselines = baselines;
        this.housekeeping = housekeeping;
        this.gauges = gauges;
        this.jobs = jobs;
        this.ledger = ledger;
        this.alarms = alarms;
        this.beats = beats;
        this.config = config;
        this.time = time;
        this.audit = audit;
    }

    @EventListener
    void onStart(ServerStartupEvent started) {
        start();
    }

    /** Begins, where this node is one that watches. */
    public synchronized void start() {
        if (config.enabled() && timetable == null) {
            DataSource source = jobs.open();
            Timetable opened = Timetable.over(source, round, config.rounds(), jobs.shared());
            timetable = opened;
            round.giveWay(opened::full);
            opened.start();
            long beat = config.heartbeat().toMillis();
            heart.scheduleWithFixedDelay(() -> survive(this::beat), 0, beat, TimeUnit.MILLISECONDS);
            watchdog.scheduleWithFixedDelay(() -> survive(this::watchOver), beat, beat,
                    TimeUnit.MILLISECONDS);
            housekeeping.start();
            index.start();
        }
    }

    /** Looks at a portal's home page as soon as a place is free, paused or not. */
    public void lookNow(long portal, String who) {
        Instant now = time.instant();
        portals.find(portal, now).ifPresent(found -> {
            String home = Addresses.page(found.home()).orElse(found.home());
            audit.record(who, "watch.act.look", "portal:" + portal, home);
            if (wanted.waiting(portal, home, LOOK_NOW) == 0) {
                wanted.save(new WantedVisit(0, portal, home, now, LOOK_NOW, null));
            }
        });
        passOn(now);
    }

    /** Whether somebody asked to look now and it is not done: {@code waiting}, {@code looking}, or nothing. */
    public String asked(long portal) {
        return wanted.asked(portal, LOOK_NOW)
                .map(visit -> visit.takenUntil() == null ? "waiting" : "looking").orElse("");
    }

    /** The pages of a portal that were looked at last. */
    public List<FrontierPage> recent(long portal, int most) {
        return pages.recent(portal, most);
    }

    /** Home pages that cannot be looked at, by what came instead. */
    public List<Failing> failing(Scope scope) {
        return pages.failing(scope.everything(), scope.ids());
    }

    /** How many home pages are due. */
    public long due(Scope scope) {
        return pages.due(scope.everything(), scope.ids(), time.instant());
    }

    /** How many pages of these agencies were looked at in the last minute. */
    public long visitsPerMinute(Scope scope) {
        return pages.visitsSince(scope.everything(), scope.ids(), time.instant().minusSeconds(60));
    }

    public Pulse pulse() {
        Instant now = time.instant();
        Set<Long> active = portals.active(now).stream().map(Watched::id).collect(Collectors.toSet());
        Duration lag = pages.homesDueBefore(now, MOST_LATE).stream()
                .filter(home -> active.contains(home.portalId())).findFirst()
                .map(home -> Duration.between(home.dueAt(), now)).orElse(Duration.ZERO);
        return new Pulse(Optional.ofNullable(pages.lastVisit()), pages.visitsSince(now.minusSeconds(60)), lag,
                late.stream().sorted().toList());
    }

    private static ScheduledExecutorService beating(String name) {
        return Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory());
    }

    private void survive(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LOG.error("A heartbeat of the watch failed; the next comes in {}", config.heartbeat(), e);
        }
    }

    private void beat() {
        beats.beat("heartbeat");
        Instant now = time.instant();
        askClocks(now);
        plan(portals.active(now));
        passOn(now);
        baselines.tick();
    }

    /** At the start, whenever this node's clock went back, and now and then. */
    private void askClocks(Instant now) {
        if (now.isBefore(lastBeat) || now.isAfter(clocksAsked.plus(CLOCKS_ASKED))) {
            setBack(now);
            clocksAsked = now;
        }
        lastBeat = now;
    }

    /** A clock that ran ahead and was set right must not leave pages alone until it is that time again. */
    void setBack(Instant now) {
        pages.setBack(now, now.plus(CLOCKS_DIFFER));
        pages.setBackUnseen(now, now.plus(CLOCKS_DIFFER));
    }

    private void plan(List<Watched> active) {
        Map<Long, Duration> rhythms = new HashMap<>();
        active.forEach(portal -> rhythms.put(portal.id(), portal.turn()));
        wantedPaused(rhythms);
        Optional.ofNullable(timetable).ifPresent(table -> table.plan(rhythms));
    }

    /** A paused portal somebody asks to look at needs a job to do it. */
    private void wantedPaused(Map<Long, Duration> rhythms) {
        wanted.portals(time.instant())
                .forEach(portal -> rhythms.putIfAbsent(portal, Duration.ofDays(1)));
    }

    private void passOn(Instant now) {
        Timetable table = timetable;
        if (table != null) {
            wanted.portals(now).forEach(table::now);
        }
    }

    /**
     * Who was not looked at for several rhythms: said once, when it begins and when it is over, in the log and to those
     * who run the service. It asks the scheduler nothing, which may be what stopped.
     */
    private void watchOver() {
        beats.beat("watchdog");
        Instant now = time.instant();
        List<Watched> active = portals.active(now);
        Map<Long, Watched> known = active.stream().collect(Collectors.toMap(Watched::id, portal -> portal));
        Set<Long> behind = new HashSet<>();
        for (FrontierPage home : pages.homesDueBefore(now, MOST_LATE)) {
            Watched portal = known.get(home.portalId());
            if (portal != null && isLate(home, portal, now)) {
                behind.add(portal.id());
            }
        }
        report(behind, known);
        late = behind;
        gauges.standing(active.size(), behind.size());
        alarms.late(behind.stream().map(known::get).toList(), active.size());
        alarms.silent();
    }

    private boolean isLate(FrontierPage home, Watched portal, Instant now) {
        Duration most = portal.rhythm().multipliedBy(config.lateAfter());
        Instant last = home.visitedAt() == null ? home.foundAt() : home.visitedAt();
        return last.plus(most).isBefore(now);
    }

    private void report(Set<Long> behind, Map<Long, Watched> known) {
        behind.stream().filter(portal -> !late.contains(portal)).map(known::get)
                .forEach(portal -> LOG.error("Portal {} ({}) was not looked at for {} rhythms of {}",
                        portal.id(),
                        portal.home(), config.lateAfter(), portal.rhythm()));
        late.stream().filter(portal -> !behind.contains(portal))
                .forEach(portal -> LOG.info("Portal {} is looked at again", portal));
    }

    /** Nothing new begins; what is under way has some seconds to end, and what was learned goes to disk. */
    @PreDestroy
    public synchronized void stop() {
        round.stop();
        heart.shutdown();
        watchdog.shutdown();
        housekeeping.stop();
        index.stop();
        Timetable table = timetable;
        timetable = null;
        if (table != null) {
            table.close();
            ledger.close();
            baselines.write();
            jobs.close();
        }
    }
}
