package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Place;

/** A script from a host whose name passes for that of a library or of statistics that half the web loads. */
@Singleton
final class PosingScriptDetector implements Detector {

    private static final double MISSPELT = 0.75;
    private static final double BORROWED = 0.4;

    private final Strangers strangers;
    private final Lookalikes lookalikes;

    PosingScriptDetector(Strangers strangers, Lookalikes lookalikes) {
        this.strangers = strangers;
        this.lookalikes = lookalikes;
    }

    @Override
    public String id() {
        return "posing-script";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> sources(seen)
                .filter(source -> strangers.stranger(source.url(), page))
                .flatMap(source -> finding(seen, source).stream())).toList();
    }

    private record Source(String url, Place place) {}

    private static Stream<Source> sources(Seen seen) {
        return Stream.concat(
                seen.content().scripts().stream().filter(script -> !script.source().isEmpty())
                        .map(script -> new Source(script.source(), script.place())),
                seen.scripts().stream().flatMap(script -> script.targets().stream()
                        .filter(target -> loads(target.means()))
                        .map(target -> new Source(target.url(), script.place()))));
    }

    private static boolean loads(Means means) {
        return means == Means.SCRIPT || means == Means.MODULE;
    }

    private Optional<Finding> finding(Seen seen, Source source) {
        String host = Addresses.host(source.url());
        return lookalikes.misspelt(host).map(name -> finding(seen, source, host, name, MISSPELT))
                .or(() -> lookalikes.borrowed(host).map(name -> finding(seen, source, host, name, BORROWED)));
    }

    private Finding finding(Seen seen, Source source, String host, String name, double alarm) {
        double confidence = 1 - (1 - alarm) * (1 - strangers.risk(source.url()));
        return Finding
                .of(this, Severity.HIGH, confidence, seen.view(), source.place(), source.url(), host, name)
                .naming(List.of(host));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("library-with-two-letters-swapped",
                        "<p>Tin</p><script src='https://cdn.jsdleivr.net/npm/x.js'></script>"),
                Example.raises("statistics-with-a-digit-for-a-letter",
                        "<p>Tin</p><script src='https://www.g00gle-analytics.com/ga.js'></script>"),
                Example.silent("library-spelt-as-it-should-be",
                        "<p>Tin</p><script src='https://cdn.jsdelivr.net/npm/x.js'></script>"
                                + "<script src='https://maxcdn.bootstrapcdn.com/b.js'></script>"),
                Example.silent("script-of-a-site-with-a-name-of-its-own",
                        "<p>Tin</p><script src='https://cdn.thu-vien.example.net/x.js'></script>"));
    }
}
