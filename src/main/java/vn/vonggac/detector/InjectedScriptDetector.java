package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

/**
 * A script from a site that the portal has nothing to do with: new since the baseline, loaded by a script that hides
 * where from, from a bare network address, or built as known kits build theirs.
 */
@Singleton
final class InjectedScriptDetector implements Detector {

    private static final Pattern BARE_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final double NEW = 0.35;
    private static final double HIDDEN = 0.6;
    private static final double BARE = 0.4;
    private static final double PLAIN = 0.05;
    private static final double WORTH_SAYING = 0.2;

    private final Strangers strangers;

    InjectedScriptDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "injected-script";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        List<Finding> findings = new ArrayList<>();
        for (Seen seen : page.views()) {
            Set<String> fresh = seen.change().stream().flatMap(change -> change.addedScripts().stream())
                    .map(Script::source).collect(Collectors.toSet());
            for (Script script : seen.content().scripts()) {
                double base = fresh.contains(script.source()) ? NEW : PLAIN;
                add(findings, page, seen, script.place(), script.source(), base);
            }
            for (ScriptOutcome outcome : seen.scripts()) {
                double base = outcome.signs().isEmpty() ? PLAIN : HIDDEN;
                outcome.targets().stream().filter(target -> target.means() == Means.SCRIPT)
                        .forEach(target -> add(findings, page, seen, outcome.place(), target.url(), base));
            }
            seen.hits().stream().filter(hit -> hit.topic() == Topic.SCRIPT)
                    .forEach(hit -> findings.add(idiom(seen, hit)));
        }
        return findings;
    }

    private void add(List<Finding> findings, Observation page, Seen seen, Place place, String source,
            double base) {
        if (source.isEmpty() || !strangers.stranger(source, page)) {
            return;
        }
        String host = Addresses.host(source);
        double bare = BARE_ADDRESS.matcher(host).matches() ? BARE : 0;
        double confidence = 1 - (1 - base) * (1 - bare) * (1 - strangers.risk(source));
        if (confidence >= WORTH_SAYING) {
            findings.add(Finding.of(this, Severity.HIGH, confidence, seen.view(), place, source, host)
                    .naming(List.of(host)));
        }
    }

    private Finding idiom(Seen seen, Hit hit) {
        return Finding.of(this, Severity.HIGH, hit.weight(), seen.view(), hit.place(), hit.quote(),
                hit.quote());
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết</p><script src='/js/site.js'></script>";
        return List.of(
                Example.raises("a script of a strange host, loaded by a script that hides it",
                        usual + "<script>var s=document.createElement('script');s.src="
                                + "atob('aHR0cHM6Ly9jZG4uZXhhbXBsZS5uZXQveC5qcw==');document.head.appendChild(s)</script>"),
                Example.raises("a new script of a strange host",
                        usual + "<script src='https://cdn.example.net/x.js'></script>").normally(usual),
                Example.raises("a script from a bare address",
                        usual + "<script src='http://203.0.113.9/x.js'></script>"),
                Example.silent("statistics that everybody uses", usual
                        + "<script src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>")
                        .normally(usual));
    }
}
