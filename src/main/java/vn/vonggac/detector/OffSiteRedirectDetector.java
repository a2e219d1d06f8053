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
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Place;

/** A visitor is sent to another site: by status, by the Refresh header or by a meta element. */
@Singleton
final class OffSiteRedirectDetector implements Detector {

    private static final double SENT_AWAY = 0.55;
    private static final double SENT_ABROAD = 0.62;
    private static final double SENT_AWAY_BY_THE_PAGE = 0.65;
    private static final double SENT_BY_THE_PAGE_WITHIN_VIETNAM = 0.5;
    private static final double SENT_TO_AN_AGENCY = 0.05;

    private final HostRisk risk;

    OffSiteRedirectDetector(HostRisk risk) {
        this.risk = risk;
    }

    /** Where it leads, and how sure it is that nobody meant to: a site that moves says so by its status. */
    private record Step(String target, Place place, double suspect) {}

    @Override
    public String id() {
        return "off-site-redirect";
    }

    @Override
    public Family family() {
        return Family.REDIRECT;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(observation, seen).stream()).toList();
    }

    private Optional<Finding> look(Observation observation, Seen seen) {
        String own = Hosts.registrable(Hosts.of(address(observation, seen)));
        return steps(seen).filter(step -> leaves(observation, own, step.target()))
                .max((one, other) -> Double.compare(confidence(one), confidence(other)))
                .map(step -> finding(seen, step));
    }

    /** A draft or a file that somebody checks stands where it says it belongs. */
    private static String address(Observation observation, Seen seen) {
        return Hosts.of(observation.url()).isEmpty()
                ? seen.content().canonical().orElse("")
                : observation.url();
    }

    private static Stream<Step> steps(Seen seen) {
        Stream<Step> hops = seen.trail().stream().flatMap(trail -> trail.chain().stream()).map(Trail.Hop::to)
                .map(target -> new Step(target, Place.NOWHERE, homely(target) ? SENT_AWAY : SENT_ABROAD));
        return Stream.concat(hops, seen.content().refreshes().stream()
                .map(refresh -> new Step(refresh.target(), refresh.place(), homely(refresh.target())
                        ? SENT_BY_THE_PAGE_WITHIN_VIETNAM
                        : SENT_AWAY_BY_THE_PAGE)));
    }

    /** Agencies share the sites of firms of their own country, and those of everybody. */
    private static boolean homely(String target) {
        String host = Hosts.of(target);
        return Addresses.vietnamese(host) || Addresses.known(host);
    }

    private static boolean leaves(Observation observation, String own, String target) {
        String host = Hosts.of(target);
        String domain = Hosts.registrable(host);
        return !domain.isEmpty() && !domain.equals(own)
                && !observation.portal().domains().contains(domain)
                && !observation.portal().trustedHosts().contains(host);
    }

    private double confidence(Step step) {
        return risk.ordinary(Hosts.of(step.target()))
                ? SENT_TO_AN_AGENCY
                : 1 - (1 - step.suspect()) * (1 - risk.of(step.target()));
    }

    private Finding finding(Seen seen, Step step) {
        String host = Hosts.of(step.target());
        return Finding.of(this, Severity.CRITICAL, confidence(step), seen.view(), step.place(),
                step.target(), host).naming(List.of(host));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("meta-refresh-to-another-site",
                        "<title>Tin</title><meta http-equiv='refresh' content='0;url=https://abc888.vip/'><p>Bài</p>"),
                Example.raises("meta-refresh-to-a-site-that-nobody-knows", "<title>Tin</title>"
                        + "<meta http-equiv='refresh' content='0;url=https://neutral-garden.example.com/'><p>Bài</p>"),
                Example.silent("meta-refresh-to-the-portal-own-home-page",
                        "<title>Tin</title><meta http-equiv='refresh' content='0;url=/trang-chu'><p>Bài</p>"));
    }
}
