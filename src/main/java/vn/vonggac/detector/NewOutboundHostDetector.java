package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Link;

/** A link to a host that was never seen on the portal: news does it every day, so it weighs by what the host is like. */
@Singleton
final class NewOutboundHostDetector implements Detector {

    private static final double NEW_AT_ALL = 0.15;
    private static final double RISK_COUNTS = 1.4;

    private final HostRisk risk;

    NewOutboundHostDetector(HostRisk risk) {
        this.risk = risk;
    }

    @Override
    public String id() {
        return "new-outbound-host";
    }

    @Override
    public Family family() {
        return Family.LINK;
    }

    @Override
    public List<Finding> look(Observation observation) {
        Set<String> trusted = observation.portal().trustedHosts();
        return observation.views().stream().flatMap(seen -> look(seen, trusted).stream()).toList();
    }

    private Optional<Finding> look(Seen seen, Set<String> trusted) {
        Set<String> fresh = seen.novelty().hosts();
        return seen.content().links().stream().filter(link -> fresh.contains(link.host()))
                .filter(link -> !trusted.contains(link.host()) && !risk.ordinary(link.host()))
                .max((one, other) -> Double.compare(risk.of(one.target()), risk.of(other.target())))
                .map(link -> finding(seen, link));
    }

    private Finding finding(Seen seen, Link link) {
        double confidence = Math.min(1, NEW_AT_ALL + RISK_COUNTS * risk.of(link.target()));
        return Finding.of(this, Severity.MEDIUM, confidence, seen.view(), link.place(),
                (link.text() + " " + link.target()).strip(), link.host()).naming(List.of(link.host()));
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết</p><p>Liên hệ</p><a href='https://chinhphu.vn'>Chính phủ</a>";
        return List.of(
                Example.raises("link-that-pays-for-visitors",
                        usual + "<a href='https://hay99.example.one/?inviteCode=20565'>KHUYẾN MÃI</a>")
                        .normally(usual),
                Example.silent("links-that-were-always-there", usual).normally(usual));
    }
}
