package vn.vonggac.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import vn.vonggac.incident.Step.Deed;

/** The deadlines in force: data, read once. */
public record Clocks(List<Clock> all) {

    private static final String SHIPPED = "/incident/clocks.yml";
    private static final Map<String, Gravity> LEAST = Map.of("all", Gravity.ORDINARY, "serious",
            Gravity.SERIOUS, "national", Gravity.NATIONAL);

    public Clocks {
        all = List.copyOf(all);
    }

    /** The deadlines that come with the product. */
    public static Clocks shipped() {
        try (InputStream stream = Objects.requireNonNull(Clocks.class.getResourceAsStream(SHIPPED), SHIPPED);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(reader, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Clocks read(Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path)) {
            return read(reader, path.toString());
        }
    }

    private static Clocks read(Reader reader, String name) {
        DataFile file = DataFile.read(reader, name);
        return new Clocks(file.list(file.root()).stream().map(node -> clock(file.at(node))).toList());
    }

    private static Clock clock(DataFile entry) {
        List<Node> warnings = entry.list(entry.get("warn"));
        return new Clock(entry.text(entry.get("id")), entry.duration("after"), applies(entry),
                entry.constant(Clock.Stops.class, entry.get("stops")),
                warnings.stream().map(entry::duration).toList());
    }

    private static Clock.Applies applies(DataFile entry) {
        Node node = entry.get("for");
        Gravity least = LEAST.get(entry.text(node));
        return least == null
                ? new Clock.Applies.OfKind(entry.constant(Kind.class, node))
                : new Clock.Applies.FromGravity(least);
    }

    /**
     * The clocks of an incident. {@code reported} says when a person stopped which, {@code contained} when visits
     * first proved it gone, {@code restored} when what was done was undone.
     */
    public List<Clock.Reading> of(Kind kind, Gravity gravity, Instant t0, Map<String, Instant> reported,
            Optional<Instant> contained, Optional<Instant> restored) {
        return all.stream().filter(clock -> clock.runsFor(kind, gravity))
                .map(clock -> new Clock.Reading(clock, clock.due(t0), switch (clock.stops()) {
                    case REPORTED -> Optional.ofNullable(reported.get(clock.id()));
                    case CONTAINED -> contained;
                    case RESTORED -> restored;
                })).toList();
    }

    /** When the next clock runs out of those that run. */
    static Optional<Instant> next(List<Clock.Reading> readings) {
        return readings.stream().filter(Clock.Reading::running).map(Clock.Reading::due)
                .min(Comparator.naturalOrder());
    }

    /** When a person stopped which clock first since T0, by the lines of a log. */
    static Map<String, Instant> reported(List<Step> log, Instant t0) {
        return log.stream()
                .filter(step -> step.deed() == Deed.CLOCK_STOPPED && !step.at().isBefore(t0))
                .collect(Collectors.toMap(step -> step.note().split(":", 2)[0], Step::at,
                        (first, later) -> first));
    }
}
