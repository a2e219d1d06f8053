package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import vn.vonggac.page.Frame;
import vn.vonggac.page.Place;

/**
 * A page of somebody else inside the page: hidden, new since the baseline, put there by a script, or in place of the
 * page. Maps, videos and statistics of known hosts do the same every day and do not count.
 */
@Singleton
final class InjectedIframeDetector implements Detector {

    private static final double NEW = 0.15;
    private static final double HIDDEN = 0.25;
    private static final double WRITTEN = 0.1;
    private static final double OBFUSCATED = 0.6;
    private static final double INSTEAD = 0.3;
    private static final double WORTH_SAYING = 0.2;
    private static final int HARDLY_ANY_TEXT = 300;

    private final Strangers strangers;

    InjectedIframeDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "injected-iframe";
    }

    @Override
    public Family family() {
        return Family.SCRIPT;
    }

    @Override
    public List<Finding> look(Observation page) {
        List<Finding> findings = new ArrayList<>();
        for (Seen seen : page.views()) {
            Set<String> fresh = seen.change().stream().flatMap(change -> change.addedFrames().stream())
                    .map(Frame::source).collect(Collectors.toSet());
            boolean empty = seen.content().visibleText().length() < HARDLY_ANY_TEXT;
            for (Frame frame : seen.content().frames()) {
                double calm = (fresh.contains(frame.source()) ? 1 - NEW : 1)
                        * (frame.hidden().isPresent() ? 1 - HIDDEN : empty ? 1 - INSTEAD : 1);
                add(findings, page, seen, frame.place(), frame.source(), calm);
            }
            seen.scripts().forEach(script -> written(findings, page, seen, script));
        }
        return findings;
    }

    private void written(List<Finding> findings, Observation page, Seen seen, ScriptOutcome script) {
        double calm = (1 - WRITTEN) * (script.signs().isEmpty() ? 1 : 1 - OBFUSCATED);
        script.targets().stream().filter(target -> target.means() == Means.FRAME)
                .forEach(target -> add(findings, page, seen, script.place(), target.url(), calm));
    }

    private void add(List<Finding> findings, Observation page, Seen seen, Place place, String source,
            double calm) {
        if (!strangers.stranger(source, page)) {
            return;
        }
        String host = Addresses.host(source);
        double confidence = 1 - calm * (1 - strangers.risk(source));
        if (confidence >= WORTH_SAYING) {
            findings.add(Finding.of(this, Severity.HIGH, confidence, seen.view(), place, source, host)
                    .naming(List.of(host)));
        }
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>" + "Bài viết của sở về công tác tuần này. ".repeat(12) + "</p>";
        return List.of(
                Example.raises("a frame without size from a strange host", usual
                        + "<iframe src='https://khac.example.net/' width='0' height='0'></iframe>")
                        .normally(usual),
                Example.raises("nothing but somebody else’s page",
                        "<title>Tin</title><iframe src='https://khac.example.net/' width='100%'></iframe>"),
                Example.silent("a video", usual
                        + "<iframe src='https://www.youtube.com/embed/abc' width='560'></iframe>")
                        .normally(usual),
                Example.silent("a hidden frame for statistics", usual
                        + "<iframe src='https://www.googletagmanager.com/ns.html' style='display:none'></iframe>"));
    }
}
