package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.page.Place;
import vn.vonggac.page.Refresh;
import vn.vonggac.signature.Field;

/**
 * Cloaking: one visitor is shown spam, a host or a redirect that a citizen is not. A view that shows less, an error
 * or another layout, is none.
 */
@Singleton
final class ViewDifferenceDetector implements Detector {

    private static final Set<Field> EVERYWHERE = EnumSet.allOf(Field.class);
    /** The views that people know by another name; one that an operator added goes by its own. */
    private static final Set<String> WORDED = Set.of("search-engine", "from-search", "phone", "rendered");
    private static final double MORE_SPAM = 0.3;
    private static final double SENT_AWAY = 0.75;
    private static final double RISKY = 0.4;

    private final HostRisk risk;

    ViewDifferenceDetector(HostRisk risk) {
        this.risk = risk;
    }

    @Override
    public String id() {
        return "view-difference";
    }

    @Override
    public Family family() {
        return Family.VIEW;
    }

    @Override
    public List<Finding> look(Observation observation) {
        Optional<Seen> citizen = observation.view("citizen");
        if (citizen.isEmpty()) {
            return List.of();
        }
        return observation.views().stream().filter(seen -> !seen.view().equals("citizen"))
                .flatMap(seen -> differences(citizen.get(), seen)).toList();
    }

    private Stream<Finding> differences(Seen citizen, Seen other) {
        return Stream.of(spam(citizen, other), redirect(citizen, other), hosts(citizen, other))
                .flatMap(Optional::stream);
    }

    private Optional<Finding> spam(Seen citizen, Seen other) {
        TopicScore shown = TopicScore.of(other, TopicScore.TRADES, EVERYWHERE);
        double more = shown.score() - TopicScore.of(citizen, TopicScore.TRADES, EVERYWHERE).score();
        return shown.strongest().filter(hit -> more >= MORE_SPAM)
                .map(hit -> finding(other, more, hit.place(), hit.quote()));
    }

    private Optional<Finding> redirect(Seen citizen, Seen other) {
        Set<String> usual = destinations(citizen);
        return sent(other).filter(target -> !usual.contains(Hosts.registrable(Hosts.of(target))))
                .filter(target -> !risk.ordinary(Hosts.of(target))).findFirst()
                .map(target -> finding(other, SENT_AWAY, Place.NOWHERE, target)
                        .naming(List.of(Hosts.of(target))));
    }

    /** Where the view is sent: by the server, by an element of the page, or by a script. */
    private static Stream<String> sent(Seen seen) {
        return Stream.of(
                seen.trail().stream().flatMap(trail -> trail.chain().stream()).map(Trail.Hop::to),
                seen.content().refreshes().stream().map(Refresh::target),
                seen.scripts().stream().flatMap(script -> script.targets().stream())
                        .filter(target -> target.means() == Means.LOCATION)
                        .map(ScriptOutcome.Target::url))
                .flatMap(targets -> targets).filter(target -> !Addresses.host(target).isEmpty());
    }

    private static Set<String> destinations(Seen seen) {
        Stream<String> begun = seen.trail().stream().flatMap(trail -> trail.chain().stream())
                .map(Trail.Hop::from);
        return Stream.of(sent(seen), begun, Stream.of(seen.content().url())).flatMap(all -> all)
                .map(Hosts::of)
                .map(Hosts::registrable)
                .collect(Collectors.toSet());
    }

    private Optional<Finding> hosts(Seen citizen, Seen other) {
        Set<String> usual = citizen.content().links().stream().map(Link::domain).collect(Collectors.toSet());
        return other.content().links().stream().filter(Link::outbound)
                .filter(link -> !usual.contains(link.domain()))
                .max((one, next) -> Double.compare(risk.of(one.target()), risk.of(next.target())))
                .filter(link -> risk.of(link.target()) >= RISKY)
                .map(link -> finding(other, risk.of(link.target()), link.place(), link.target())
                        .naming(List.of(link.host())));
    }

    private Finding finding(Seen other, double confidence, Place place, String quote) {
        Finding finding = Finding.of(this, Severity.CRITICAL, confidence, other.view(), place, quote,
                other.view(), quote);
        return WORDED.contains(other.view()) ? finding.saying(other.view()) : finding;
    }

    @Override
    public List<Example> examples() {
        String plain = "<title>Tin</title><p>Thông báo lịch tiếp công dân</p>";
        String spam = plain
                + "<p>Nhà cái uy tín, đăng ký nhận thưởng, nổ hũ, tài xỉu đổi thưởng, link vào 789bet</p>";
        return List.of(
                Example.raises("spam-for-search-engines", plain)
                        .seenBy(new Example.OtherView("search-engine", spam, List.of())),
                Example.raises("phones-are-sent-away", plain)
                        .seenBy(new Example.OtherView("phone", spam, List.of("https://abc888.vip/"))),
                Example.silent("layout-for-phones", plain).seenBy(new Example.OtherView("phone",
                        "<title>Tin</title><nav>Menu</nav><p>Thông báo lịch tiếp công dân</p>", List.of())));
    }
}
