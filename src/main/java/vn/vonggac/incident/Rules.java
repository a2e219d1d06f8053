package vn.vonggac.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Verdict;

/** How findings become incidents: data, read once. */
public record Rules(double unmistakable, int confirmations, int criticalPages, Duration wave,
        int cleanRounds,
        Duration cleanSpread, Duration recurrence,
        Map<String, Kind> kinds, Map<Kind, Set<Kind>> inhibits, Set<String> hiddenLinks,
        Set<String> gambling) {

    private static final String SHIPPED = "/incident/rules.yml";

    public Rules {
        kinds = Map.copyOf(kinds);
        inhibits = Map.copyOf(inhibits);
        hiddenLinks = Set.copyOf(hiddenLinks);
        gambling = Set.copyOf(gambling);
    }

    /** The rules that come with the product. */
    public static Rules shipped() {
        try (InputStream stream = Objects.requireNonNull(Rules.class.getResourceAsStream(SHIPPED), SHIPPED);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(reader, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Rules read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, file.toString());
        }
    }

    private static Rules read(Reader reader, String name) {
        DataFile file = DataFile.read(reader, name);
        Map<String, Kind> kinds = new HashMap<>();
        file.map("kinds").forEach((detector, kind) -> kinds.put(detector, file.constant(Kind.class, kind)));
        Map<Kind, Set<Kind>> inhibits = new EnumMap<>(Kind.class);
        file.map("inhibits").forEach((kind, others) -> inhibits.put(file.constant(Kind.class, kind),
                EnumSet.copyOf(file.list(others).stream().map(other -> file.constant(Kind.class, other))
                        .toList())));
        return new Rules(file.number("unmistakable", 0, 1), (int) file.number("confirmations", 1, 100),
                (int) file.number("critical-pages", 2, 1_000_000),
                file.duration("wave"), (int) file.number("clean-rounds", 1, 100),
                file.duration("clean-spread"), file.duration("recurrence"), kinds, inhibits,
                words(file, "hidden-links"), words(file, "gambling"));
    }

    private static Set<String> words(DataFile file, String key) {
        return file.find(key).map(file::list).orElse(List.of()).stream().map(file::text)
                .collect(Collectors.toSet());
    }

    /** What a finding says was done; a hole that nobody used yet is posture, whatever it could be used for. */
    Kind kind(Finding finding) {
        Kind kind = kinds.getOrDefault(finding.detector(), usual(finding.family()));
        return finding.family() == Family.POSTURE && !kind.posture() ? Kind.OPEN_DOOR : kind;
    }

    boolean inhibits(Kind by, Kind other) {
        return inhibits.getOrDefault(by, Set.of()).contains(other);
    }

    private static Kind usual(Family family) {
        return switch (family) {
            case WORDS, PLACE, LINK, VIEW, CHANGE -> Kind.PLANTED_CONTENT;
            case REDIRECT -> Kind.REDIRECT;
            case SCRIPT -> Kind.MALICIOUS_SCRIPT;
            case DEFACEMENT -> Kind.DEFACEMENT;
            case AROUND -> Kind.UNUSUAL_MASS;
            case POSTURE -> Kind.OTHER_POSTURE;
        };
    }

    boolean unmistakable(Part part) {
        return part.level() == Verdict.Level.COMPROMISED && part.score() >= unmistakable;
    }

    /** Whether a true attack that is over comes back when it is seen at this moment. */
    boolean comesBack(Incident incident, Instant at) {
        return !incident.active()
                && incident.standing().resolution().filter(Resolution.TRUE_POSITIVE::equals).isPresent()
                && incident.timeline().closedAt().filter(over -> !at.isAfter(over.plus(recurrence)))
                        .isPresent();
    }

    /** Whether a clean round at this moment is a further part of the proof, and not the same one looked at again. */
    boolean countsAsRound(Timeline timeline, Instant at) {
        List<Instant> rounds = timeline.cleanRounds();
        Duration apart = cleanSpread.dividedBy(Math.max(1, cleanRounds - 1));
        return rounds.isEmpty() || Duration.between(rounds.getLast(), at).compareTo(apart) >= 0;
    }

    boolean provesClean(Timeline timeline) {
        List<Instant> rounds = timeline.cleanRounds();
        return rounds.size() >= cleanRounds
                && Duration.between(rounds.getFirst(), rounds.getLast()).compareTo(cleanSpread) >= 0;
    }
}
