package vn.vonggac.detector;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Place;

/**
 * What detectors of other people's parts in a page have in common: each part weighs by how it stands there and by
 * what its address is like; the portal's own parts and those of everybody do not count.
 */
abstract sealed class StrangerDetector implements Detector
        permits FormHijackDetector, InjectedIframeDetector, InjectedScriptDetector {

    private static final double WORTH_SAYING = 0.2;

    private final String id;
    private final Severity severity;
    private final Strangers strangers;

    StrangerDetector(String id, Severity severity, Strangers strangers) {
        this.id = id;
        this.severity = severity;
        this.strangers = strangers;
    }

    /** A part that leads elsewhere; {@code calm} is how little its place and kind alarm, 1 for not at all. */
    record Part(Place place, String address, double calm) {}

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Family family() {
        return Family.SCRIPT;
    }

    @Override
    public final List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> Stream.concat(strange(page, seen), more(page, seen)))
                .toList();
    }

    abstract Stream<Part> parts(Seen seen);

    /** What tells by itself, wherever it leads. */
    Stream<Finding> more(Observation page, Seen seen) {
        return Stream.of();
    }

    private Stream<Finding> strange(Observation page, Seen seen) {
        return parts(seen).filter(part -> strangers.stranger(part.address(), page))
                .map(part -> finding(seen, part)).filter(finding -> finding.confidence() >= WORTH_SAYING);
    }

    private Finding finding(Seen seen, Part part) {
        String host = Addresses.host(part.address());
        double confidence = 1 - part.calm() * (1 - strangers.risk(part.address()));
        return Finding.of(this, severity, confidence, seen.view(), part.place(), part.address(), host)
                .naming(List.of(host));
    }

    /** The addresses of what was never on the page before. */
    static <T> Set<String> fresh(Seen seen, Function<Change, List<T>> added, Function<T, String> address) {
        return seen.change().stream().flatMap(change -> added.apply(change).stream()).map(address)
                .collect(Collectors.toSet());
    }
}
