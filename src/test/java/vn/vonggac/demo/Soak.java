package vn.vonggac.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.vonggac.cli.DemoService;
import vn.vonggac.demo.Ledger.Line;
import vn.vonggac.demo.Ledger.State;
import vn.vonggac.fetch.HostileOrigin;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.IncidentFilter.Which;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.Imported;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Tables;
import vn.vonggac.watch.Pulse;
import vn.vonggac.watch.Watch;

/**
 * The demonstration with a portal for everything that the hostile origin can do, for so many minutes; prints what it
 * holds and what it found, and ends with 1 when something grew, was late, missed, falsely raised or went wrong.
 */
final class Soak implements AutoCloseable {

    private static final Duration SAMPLE = Duration.ofSeconds(15);
    /** How long an attack may go unnoticed; what only a site map or a place outside tells of takes a look more. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MORE_PATIENCE = Duration.ofMinutes(5);
    private static final Set<Act.Trick> ROUNDABOUT = EnumSet.of(Act.Trick.TARGET, Act.Trick.FILE);
    private static final int MOST_INCIDENTS = 10_000;
    private static final String HOSTILE = "hostile-";
    /** What it does that is an attack: it sends visitors to a bookmaker. */
    private static final Set<String> ATTACKS = Set.of(HOSTILE + "refresh");

    private final Path folder;
    private final Process hostile;
    private final DemoService service;
    private final SoakLog log;
    private final Trend trend = new Trend();
    private final Set<String> late = new TreeSet<>();
    private final Set<String> missed = new TreeSet<>();
    private final Set<String> falsely = new TreeSet<>();

    private Soak(SoakLog log) throws IOException {
        this.log = log;
        folder = Path.of(System.getProperty("java.io.tmpdir"));
        hostile = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"), HostileOrigin.class.getName()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(hostile::destroy));
        service = DemoService.start(Files.createTempDirectory(Path.of("target"), "soak"),
                Map.of("vonggac.fetch.limits.deadline", "20s"));
        enter();
    }

    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofMinutes(Long.parseLong(arguments[0]));
        List<String> complaints = new ArrayList<>();
        SoakLog log = SoakLog.listening();
        try (Soak soak = new Soak(log)) {
            complaints.addAll(soak.over(length));
        }
        log.unexplained().forEach(error -> complaints.add("log: " + error));
        complaints.forEach(complaint -> System.out.println("FAILED " + complaint));
        System.out.println(complaints.isEmpty() ? "SOUND" : complaints.size() + " complaints");
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /** A portal of its own for each behaviour. */
    private void enter() throws IOException {
        String[] origin;
        try (BufferedReader said = hostile.inputReader(StandardCharsets.UTF_8)) {
            origin = said.readLine().split(" ", 2);
        }
        String table = Arrays.stream(origin[1].replaceAll("[\\[\\] ]", "").split(","))
                .map(name -> HOSTILE + name + ",http://" + HOSTILE + name + ".example:" + origin[0] + "/"
                        + name
                        + ",H99,2m")
                .collect(Collectors.joining("\n", "name,home,agency,rhythm\n", "\n"));
        Imported imported = service.bean(Tables.class).importPortals(Scope.EVERYTHING,
                table.getBytes(StandardCharsets.UTF_8), false, "soak");
        System.out.println(imported);
    }

    private List<String> over(Duration length) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(length);
        System.out
                .println(" time  heap MB  threads  virtual  files  connections  temporary   late  visits/min"
                        + "  found  waiting  missed  false  errors");
        while (Instant.now().isBefore(end)) {
            if (hostile.waitFor(SAMPLE)) {
                return List.of("the hostile servers ended: " + hostile.exitValue());
            }
            sample(length.minus(Duration.between(Instant.now(), end)));
        }
        System.out.println(table());
        return complaints();
    }

    private void sample(Duration since) throws IOException {
        Vitals vitals = Vitals.now(folder);
        trend.add(vitals);
        Pulse pulse = service.bean(Watch.class).pulse();
        pulse.latePortals().forEach(portal -> late.add(name(portal)));
        falseAlarms().stream().filter(falsely::add).forEach(System.out::println);
        lines().stream().filter(this::isMissed).forEach(line -> missed.add(place(line)));
        System.out.printf("%5s %8d %8d %8d %6d %12d %10d %6d %11d %6d %8d %7d %6d %7d%n", clock(since),
                vitals.heap(), vitals.threads(), vitals.virtual(), vitals.files(), vitals.connections(),
                vitals.temporary(), pulse.latePortals().size(), pulse.visitsPerMinute(), count(State.FOUND),
                count(State.WAITING), missed.size(), falsely.size(), log.unexplained().size());
    }

    private List<Line> lines() {
        return ledger().lines(service.bean(InstantSource.class).instant());
    }

    private Ledger ledger() {
        return service.bean(Demo.class).ledger().orElseThrow();
    }

    private long count(State state) {
        return lines().stream().filter(line -> line.state() == state).count();
    }

    private boolean isMissed(Line line) {
        Duration patience = ROUNDABOUT.contains(line.scene().act().trick()) ? MORE_PATIENCE : PATIENCE;
        return line.state() == State.MISSED
                || line.state() == State.WAITING && line.at().plus(patience).isBefore(Instant.now());
    }

    /** At the province's portals when nothing was done; at hostile ones anything but how they are kept. */
    private List<String> falseAlarms() {
        Map<Long, Portal> hostilePortals = service.bean(Portals.class).all(Scope.EVERYTHING).stream()
                .filter(portal -> portal.name().startsWith(HOSTILE) && !ATTACKS.contains(portal.name()))
                .collect(Collectors.toMap(Portal::id, portal -> portal));
        List<String> said = new ArrayList<>();
        service.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.of(Which.ALL), MOST_INCIDENTS, 0).rows().stream()
                .filter(incident -> hostilePortals.containsKey(Long.parseLong(incident.portal())))
                .filter(incident -> !incident.kind().posture()).map(this::said).forEach(said::add);
        ledger().unexplained().stream().map(this::said).forEach(said::add);
        return said;
    }

    private String name(long portal) {
        return service.bean(Portals.class).find(Scope.EVERYTHING, portal).map(Portal::name).orElse("");
    }

    private String said(Incident incident) {
        return name(Long.parseLong(incident.portal())) + " " + incident.kind() + " "
                + incident.timeline().t0()
                + " " + incident.firstPage() + " " + incident.findings().getFirst();
    }

    private static String said(Line line) {
        return place(line) + " %-9s %6s".formatted(line.state(),
                line.took().map(took -> took.toSeconds() + " s").orElse(""));
    }

    private static String place(Line line) {
        return "%5d %-16s %-28s".formatted(line.scene().round() + 1, line.scene().act().id(),
                line.scene().site().host().replace(".demo.gov.example", ""));
    }

    private static String clock(Duration since) {
        return "%02d:%02d".formatted(since.toMinutes(), since.toSecondsPart());
    }

    private String table() {
        return lines().reversed().stream().map(Soak::said).collect(
                Collectors.joining("\n",
                        "round what was done   where                        noticed     after\n",
                        "\n"));
    }

    private List<String> complaints() {
        List<String> complaints = new ArrayList<>(trend.growth());
        late.forEach(portal -> complaints.add("late: " + portal));
        missed.forEach(line -> complaints.add("missed: " + line));
        falsely.forEach(incident -> complaints.add("false incident: " + incident));
        return complaints;
    }

    @Override
    public void close() {
        service.close();
        hostile.destroy();
    }
}
