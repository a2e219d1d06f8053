package vn.vonggac.watch;

import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.DateBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.SimpleInstanceIdGenerator;
import org.quartz.utils.DBConnectionManager;
import vn.vonggac.watch.JobDatabase.Turn;

/** Which portal is looked at how often, kept by Quartz so that it outlives the process and spreads over nodes. */
final class Timetable implements AutoCloseable {

    /** Rounds under way have so long to end when the service stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** What a round takes in the mean, those at hosts that hang until the deadline included. */
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int MOST_AT_ONCE = 1_000;

    private static final String GROUP = "portal";
    private static final int BATCH = 20;
    /** Turns this near to each other are taken up together: looking for each alone costs more than firing it. */
    private static final long TOGETHER_MILLIS = 250;
    private static final long IDLE_MILLIS = 1_000;
    private static final Duration FIRST_GAP = Duration.ofMillis(20);
    private static final long RETRY_MILLIS = 5_000;
    /** A turn this late is a missed one, which Quartz takes up only when it looks for such, as often as this. */
    private static final long MISSED_MILLIS = 10_000;

    /** Within this time the other nodes have taken over the portals of one that died. */
    static final Duration TAKEOVER = Duration.ofSeconds(30);
    private static final long CHECK_IN_MILLIS = 5_000;

    private final JobDatabase database;
    private final Scheduler scheduler;
    private final VirtualThreads places;

    private Timetable(JobDatabase database, Scheduler scheduler, VirtualThreads places) {
        this.database = database;
        this.scheduler = scheduler;
        this.places = places;
    }

    /** A timetable over the tables of this database; nothing fires before {@link #start}. */
    static Timetable over(DataSource source, Round round, int atOnce, boolean severalNodes) {
        JobDatabase database = new JobDatabase(source);
        database.createTables();
        String name = "watch-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(name, database);
        try {
            String instance = new SimpleInstanceIdGenerator().generateInstanceId() + UUID.randomUUID();
            VirtualThreads places = new VirtualThreads(atOnce, PATIENCE);
            DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
            factory.createScheduler(name, instance, places, new DefaultThreadExecutor(),
                    store(name, severalNodes), Map.of(), null, 0, IDLE_MILLIS, RETRY_MILLIS, false, null,
                    BATCH, TOGETHER_MILLIS);
            Scheduler scheduler = factory.getScheduler(name);
            scheduler.setJobFactory((fired, of) -> new PortalJob(round, places::givenUp));
            return new Timetable(database, scheduler, places);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler cannot be made", e);
        }
    }

    private static SharedJobStore store(String dataSource, boolean severalNodes) throws SchedulerException {
        SharedJobStore store = new SharedJobStore();
        store.setDataSource(dataSource);
        try {
            store.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
        } catch (InvalidConfigurationException e) {
            throw new SchedulerException(e);
        }
        store.setTablePrefix("qrtz_");
        store.setUseProperties("true");
        store.setIsClustered(severalNodes);
        store.setClusterCheckinInterval(CHECK_IN_MILLIS);
        store.setAcquireTriggersWithinLock(true);
        store.setMisfireThreshold(MISSED_MILLIS);
        return store;
    }

    void start() {
        run(scheduler::start);
    }

    /** Makes the timetable what it shall be; what is already so is left alone. */
    void plan(Map<Long, Duration> rhythms) {
        places.atLeast(atOnce(rhythms.values()));
        run(() -> {
            Set<Long> planned = new HashSet<>();
            for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                long portal = Long.parseLong(key.getName());
                if (rhythms.containsKey(portal)) {
                    planned.add(portal);
                } else {
                    remove(key);
                }
            }
            Map<Long, List<Turn>> turns = database.turns(GROUP).stream()
                    .collect(Collectors.groupingBy(Turn::portal));
            Duration spread = FIRST_GAP.multipliedBy(rhythms.size() - planned.size());
            for (Map.Entry<Long, Duration> wanted : rhythms.entrySet()) {
                if (planned.contains(wanted.getKey())) {
                    replan(wanted.getKey(), wanted.getValue(),
                            turns.getOrDefault(wanted.getKey(), List.of()));
                } else {
                    add(wanted.getKey(), wanted.getValue(), spread);
                }
            }
        });
    }

    /** Little's law: as many rounds are under way as begin while one takes. */
    static int atOnce(Collection<Duration> rhythms) {
        double begun = rhythms.stream().mapToDouble(rhythm -> (double) ROUND.toMillis() / rhythm.toMillis())
                .sum();
        return (int) Math.min(MOST_AT_ONCE, Math.ceil(begun));
    }

    private void add(long portal, Duration rhythm, Duration spread) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(PortalJob.class).withIdentity(key(portal)).storeDurably().build();
        try {
            scheduler.scheduleJob(job, trigger(portal, rhythm));
            scheduler.scheduleJob(once(portal, spread));
        } catch (ObjectAlreadyExistsException anotherNodeWasFaster) {
            // whose turn it made is right as it is, or put right in the next heartbeat
        }
    }

    private void remove(JobKey key) throws SchedulerException {
        try {
            scheduler.deleteJob(key);
        } catch (SchedulerException aFirstLookEndedMeanwhile) {
            // Quartz insists that every trigger it listed is still there
            scheduler.deleteJob(key);
        }
    }

    private void replan(long portal, Duration rhythm, List<Turn> old) throws SchedulerException {
        if (old.size() == 1 && isRight(old.getFirst(), rhythm)) {
            return;
        }
        // never rescheduleJob: another node that holds the old trigger would go on firing it beside the new one
        for (Turn turn : old) {
            scheduler.unscheduleJob(new TriggerKey(turn.trigger(), GROUP));
        }
        scheduler.scheduleJob(trigger(portal, rhythm));
        scheduler.scheduleJob(once(portal, Duration.ZERO));
    }

    /** A turn further away than a rhythm was set by a clock that ran ahead. */
    private static boolean isRight(Turn turn, Duration rhythm) {
        Date last = DateBuilder.futureDate((int) rhythm.multipliedBy(2).toMillis(),
                DateBuilder.IntervalUnit.MILLISECOND);
        return turn.rhythm().equals(rhythm) && !turn.next().isAfter(last.toInstant());
    }

    /** Looks at a portal as soon as a place is free, besides its rhythm. */
    void now(long portal) {
        run(() -> {
            if (scheduler.checkExists(key(portal))) {
                scheduler.triggerJob(key(portal));
            }
        });
    }

    /** The portals it knows. */
    Set<Long> portals() {
        try {
            return scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP)).stream()
                    .map(key -> Long.valueOf(key.getName())).collect(Collectors.toSet());
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether every place is taken and a portal may be waiting for one. */
    boolean full() {
        return places.awaited();
    }

    int running() {
        try {
            return scheduler.getCurrentlyExecutingJobs().size();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobKey key(long portal) {
        return new JobKey(Long.toString(portal), GROUP);
    }

    /** The first look, soon; the turns after it are a trigger of their own. */
    private static Trigger once(long portal, Duration spread) {
        return trigger(portal, between(Duration.ZERO, spread)).build();
    }

    /** Portals that came together, as from a table, do not keep their turns together: load would come in bursts. */
    private static Trigger trigger(long portal, Duration rhythm) {
        return trigger(portal, between(rhythm.dividedBy(2), rhythm))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(rhythm.toMillis()).repeatForever()
                        .withMisfireHandlingInstructionNowWithExistingCount())
                .build();
    }

    private static TriggerBuilder<Trigger> trigger(long portal, int wait) {
        return TriggerBuilder.newTrigger().forJob(key(portal))
                .withIdentity(portal + "-" + UUID.randomUUID(), GROUP)
                .startAt(DateBuilder.futureDate(wait, DateBuilder.IntervalUnit.MILLISECOND));
    }

    private static int between(Duration least, Duration most) {
        return ThreadLocalRandom.current().nextInt((int) least.toMillis(), (int) most.toMillis() + 1);
    }

    private interface Work {

        void run() throws SchedulerException;
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler refused", e);
        }
    }

    /** Nothing new begins; what is under way may end, for some seconds. */
    @Override
    public void close() {
        run(() -> scheduler.shutdown(true));
    }
}
