package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Form;
import vn.vonggac.page.Link;
import vn.vonggac.page.Place;

/**
 * A form or link that leads to a host which bears the name of the state or of its services and is none of the state's:
 * those are under {@code gov.vn}. Names under {@code .vn} have known owners and do not count.
 */
@Singleton
final class PosingAgencyDetector implements Detector {

    private static final double LINKED = 0.55;
    private static final double CALLED = 0.7;
    private static final double ASKED = 0.85;
    private static final Pattern SERVICE = Pattern.compile(
            "vneid|định danh|dịch vụ công|đăng nhập|xác thực|căn cước|vssid|kích hoạt|nộp thuế|bảo hiểm xã hội",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Strangers strangers;
    private final HostRisk risk;

    PosingAgencyDetector(Strangers strangers, HostRisk risk) {
        this.strangers = strangers;
        this.risk = risk;
    }

    @Override
    public String id() {
        return "posing-agency";
    }

    @Override
    public Family family() {
        return Family.LINK;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> look(page, seen).stream()).toList();
    }

    private record Way(String url, Place place, double alarm) {}

    private Optional<Finding> look(Observation page, Seen seen) {
        return ways(seen).filter(way -> poses(way.url(), page) && !usual(seen, way))
                .max(Comparator.comparingDouble(Way::alarm)).map(way -> finding(seen, way));
    }

    /** Whether the page was seen before and the portal has long led there. */
    private static boolean usual(Seen seen, Way way) {
        return seen.change().isPresent() && !seen.novelty().hosts().contains(Addresses.host(way.url()));
    }

    private static Stream<Way> ways(Seen seen) {
        return Stream.concat(
                seen.content().forms().stream().filter(Form::outbound)
                        .map(form -> new Way(form.action(), form.place(), ASKED)),
                seen.content().links().stream().filter(Link::outbound).map(link -> new Way(link.target(),
                        link.place(), SERVICE.matcher(link.text()).find() ? CALLED : LINKED)));
    }

    private boolean poses(String url, Observation page) {
        String host = Addresses.host(url);
        return !Addresses.vietnamese(host) && !Addresses.official(host) && risk.namedAsState(host)
                && strangers.stranger(url, page);
    }

    private Finding finding(Seen seen, Way way) {
        double confidence = 1 - (1 - way.alarm()) * (1 - strangers.risk(way.url()));
        String host = Addresses.host(way.url());
        return Finding.of(this, Severity.CRITICAL, confidence, seen.view(), way.place(), way.url(), host)
                .naming(List.of(host));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("form-for-a-service-that-is-none",
                        "<p>Tin</p><form method='post' action='https://dichvucong-xacthuc.info/a.php'>"
                                + "<input name='cccd'></form>"),
                Example.raises("link-that-ends-in-another-country",
                        "<p>Tin</p><a href='https://vneid.gov.vn.kich-hoat.example.com/'>Kích hoạt VNeID</a>"),
                Example.silent("services-of-the-state",
                        "<p>Tin</p><a href='https://dichvucong.gov.vn/'>Dịch vụ công</a>"
                                + "<a href='https://vneid.gov.vn/'>VNeID</a>"),
                Example.silent("agency-of-another-country",
                        "<p>Tin</p><a href='https://www.usa.gov/'>Chính phủ</a>"
                                + "<a href='https://www.gov.uk/'>Đăng nhập</a>"));
    }
}
