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
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.signature.Hit;

/** A link to another site under words that a trade advertises with: a report names such words, it does not link them. */
@Singleton
final class PlantedLinkDetector implements Detector {

    private static final double LINKED_AT_ALL = 0.35;
    private static final double ONE_MORE = 0.15;
    private static final double REPORT_MUFFLES = 0.7;
    /** A report links to reports; a link whose own words report nothing is no part of it. */
    private static final double REPORT_MUFFLES_OTHERS = 0.2;
    private static final double WORTH_SAYING = 0.2;
    private static final int MOST_COUNTED = 5;

    private final HostRisk risk;

    PlantedLinkDetector(HostRisk risk) {
        this.risk = risk;
    }

    private record Planted(Link link, Hit hit) {}

    @Override
    public String id() {
        return "planted-link";
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
        List<Planted> planted = planted(observation, seen);
        return planted.stream().max(Comparator.comparingDouble(this::worth))
                .filter(worst -> confidence(seen, planted, worst) >= WORTH_SAYING)
                .map(worst -> Finding.of(this, Severity.HIGH, confidence(seen, planted, worst), seen.view(),
                        worst.link().place(), worst.link().text() + " " + worst.link().target(),
                        String.valueOf(planted.size()), worst.link().host(), worst.link().text())
                        .counting(planted.size())
                        .naming(planted.stream().map(one -> one.link().host()).distinct().toList()));
    }

    private List<Planted> planted(Observation observation, Seen seen) {
        String own = Hosts.of(observation.url());
        LinkWords words = new LinkWords(seen);
        Set<String> trusted = observation.portal().trustedHosts();
        return seen.content().links().stream().filter(Link::outbound)
                .filter(link -> (risk.relays(link.host()) || !risk.neighbour(link.host(), own))
                        && !trusted.contains(link.host())
                        && !observation.portal().domains().contains(link.domain()))
                .flatMap(link -> words.in(link).map(hit -> new Planted(link, hit)).stream()).toList();
    }

    private double confidence(Seen seen, List<Planted> planted, Planted worst) {
        long words = planted.stream().map(one -> one.link().target() + one.link().text()).distinct().count();
        double more = Math.pow(1 - ONE_MORE, Math.min(words, MOST_COUNTED) - 1);
        double confidence = 1 - (1 - worth(worst)) * more;
        boolean hidden = worst.link().hidden().isPresent();
        double muffles = seen.context().reportedIn(worst.link().text(), worst.hit())
                ? REPORT_MUFFLES
                : REPORT_MUFFLES_OTHERS;
        return hidden ? confidence : confidence * (1 - muffles * seen.context().around(worst.hit()));
    }

    private double worth(Planted planted) {
        return 1 - (1 - planted.hit().weight()) * (1 - LINKED_AT_ALL)
                * (1 - risk.of(planted.link().target()));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("bookmaker-words-that-lead-elsewhere", "<title>Tin</title><p>Bài viết</p>"
                        + "<p><a href='https://choi88.example.one/?inviteCode=1'>NỔ HŨ</a> "
                        + "<a href='https://choi88.example.one/?inviteCode=2'>BẮN CÁ</a> "
                        + "<a href='https://choi88.example.one/?inviteCode=3'>GAME BÀI</a></p>"),
                Example.silent("report-linked-on-the-portal-itself", "<title>Tin</title><p>Bài viết</p>"
                        + "<p><a href='/tin/2'>Công an bắt nhóm đánh bạc qua mạng</a></p>"));
    }
}
