package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Comparator;
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
import vn.vonggac.signature.Hit;

/** A link, frame or form that leads to a host whose name is that of a trade no agency is in. */
@Singleton
final class SuspiciousHostDetector implements Detector {

    private static final double WORTH_SAYING = 0.4;

    private final HostRisk risk;

    SuspiciousHostDetector(HostRisk risk) {
        this.risk = risk;
    }

    @Override
    public String id() {
        return "suspicious-host";
    }

    @Override
    public Family family() {
        return Family.LINK;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(observation, seen).stream()).toList();
    }

    private Optional<Finding> look(Observation observation, Seen seen) {
        LinkWords words = new LinkWords(seen);
        Set<String> trusted = observation.portal().trustedHosts();
        List<Link> links = seen.content().links().stream().filter(Link::outbound)
                .filter(link -> !trusted.contains(link.host()) && confidence(words, link) >= WORTH_SAYING)
                .toList();
        return links.stream().max(Comparator.comparingDouble(link -> confidence(words, link)))
                .map(worst -> finding(seen, links, worst, confidence(words, worst)));
    }

    private double confidence(LinkWords words, Link link) {
        double byName = words.onHost(link).map(Hit::weight).orElse(0.0);
        return 1 - (1 - byName) * (1 - risk.of(link.target()));
    }

    private Finding finding(Seen seen, List<Link> links, Link worst, double confidence) {
        return Finding
                .of(this, Severity.HIGH, confidence, seen.view(), worst.place(), worst.target(), worst.host())
                .naming(links.stream().map(Link::host).distinct().toList());
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("link-to-a-brand-domain",
                        "<title>Tin</title><p>Bài viết</p><a href='https://www.kubet88.vip/dang-ky'>xem thêm</a>"),
                Example.silent("links-to-agencies-and-well-known-sites",
                        "<title>Tin</title><p>Bài viết</p><a href='https://chinhphu.vn/'>Chính phủ</a>"
                                + "<a href='https://www.facebook.com/ubnd'>Facebook</a>"));
    }
}
