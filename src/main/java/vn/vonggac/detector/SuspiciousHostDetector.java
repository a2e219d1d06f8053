package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Link;
import vn.vonggac.page.Place;
import vn.vonggac.signature.Field;
import vn.vonggac.signature.Hit;

/** A link, frame or form that leads to a host whose name is that of a trade no agency is in. */
@Singleton
final class SuspiciousHostDetector implements Detector {

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

    private List<Finding> look(Observation observation, Seen seen) {
        Map<String, Hit> hosts = new TreeMap<>();
        seen.hits().stream().filter(hit -> hit.field() == Field.LINKHOST)
                .filter(hit -> !observation.portal().trustedHosts().contains(hit.quote()))
                .forEach(hit -> hosts.merge(hit.quote(), hit,
                        (one, other) -> one.weight() < other.weight() ? other : one));
        return hosts.values().stream().map(hit -> finding(seen, hit)).toList();
    }

    private Finding finding(Seen seen, Hit hit) {
        boolean hidden = seen.content().links().stream()
                .anyMatch(link -> link.host().equals(hit.quote()) && link.hidden().isPresent());
        double confidence = hidden ? Math.max(hit.weight(), 0.9) : hit.weight();
        return Finding
                .of(this, Severity.HIGH, confidence, seen.view(), place(seen, hit), hit.quote(), hit.quote())
                .naming(List.of(hit.quote()));
    }

    private static Place place(Seen seen, Hit hit) {
        return seen.content().links().stream().filter(link -> link.host().equals(hit.quote()))
                .map(Link::place)
                .findFirst().orElse(hit.place());
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("a link to a brand's domain",
                        "<title>Tin</title><p>Bài viết</p><a href='https://www.kubet88.vip/dang-ky'>xem thêm</a>"),
                Example.silent("links to agencies and well-known sites",
                        "<title>Tin</title><p>Bài viết</p><a href='https://chinhphu.vn/'>Chính phủ</a>"
                                + "<a href='https://www.facebook.com/ubnd'>Facebook</a>"));
    }
}
