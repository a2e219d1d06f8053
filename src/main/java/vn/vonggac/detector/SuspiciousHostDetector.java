package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.detector.Leads.Lead;
import vn.vonggac.signature.Hit;

/** The page leads, by whatever way, to a host whose name is that of a trade no agency is in. */
@Singleton
final class SuspiciousHostDetector implements Detector {

    private static final double WORTH_SAYING = 0.4;
    /** From here on it counts that the way shows another name. */
    private static final double DOUBTFUL = 0.3;

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

    private record Weighed(Lead lead, double confidence) {}

    private Optional<Finding> look(Observation observation, Seen seen) {
        LinkWords words = new LinkWords(seen);
        List<Weighed> leads = Leads.strange(observation, seen).stream()
                .map(lead -> new Weighed(lead, confidence(words, lead)))
                .filter(weighed -> weighed.confidence() >= WORTH_SAYING).toList();
        return leads.stream().max(Comparator.comparingDouble(Weighed::confidence))
                .map(worst -> finding(seen, leads, worst));
    }

    private double confidence(LinkWords words, Lead lead) {
        double byName = words.onHost(lead.host()).map(Hit::weight).orElse(0.0);
        double plain = 1 - (1 - byName) * (1 - risk.of(lead.target()));
        return plain < DOUBTFUL ? plain : 1 - (1 - plain) * (1 - lead.disguise());
    }

    private Finding finding(Seen seen, List<Weighed> leads, Weighed worst) {
        Lead lead = worst.lead();
        return Finding.of(this, Severity.HIGH, worst.confidence(), seen.view(), lead.place(), lead.target(),
                lead.host()).naming(leads.stream().map(weighed -> weighed.lead().host()).distinct().toList());
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("link-to-a-brand-domain",
                        "<title>Tin</title><p>Bài viết</p><a href='https://www.kubet88.vip/dang-ky'>xem thêm</a>"),
                Example.raises("words-of-ones-own-before-a-known-name",
                        "<title>Tin</title><p>Bài viết</p><a href='https://choingay-fun88.example.in/'>xem thêm</a>"),
                Example.silent("firm-that-is-there-all-days-of-the-year",
                        "<title>Tin</title><p>Bài viết</p><a href='https://blog.maychu365.vn/'>xem thêm</a>"),
                Example.raises("name-that-is-not-written-in-ascii",
                        "<title>Tin</title><p>Bài viết</p><a href='https://xn--nhci-1nah.vn/'>xem thêm</a>"),
                Example.raises("address-behind-a-search-engine",
                        "<title>Tin</title><p>Bài viết</p><a href='https://www.google.com/url?q="
                                + "https%3A%2F%2Ftaixiu-68.example.net%2F&sa=D'>văn bản mới</a>"),
                Example.raises("group-called-after-a-game",
                        "<title>Tin</title><p>Bài viết</p><a href='https://t.me/+nhacaiuytin88'>hỗ trợ</a>"),
                Example.raises("page-packed-into-an-address",
                        "<title>Tin</title><p>Bài viết</p><a href='data:text/html;base64,"
                                + "PHNjcmlwdD5sb2NhdGlvbj0iaHR0cHM6Ly9ub2h1OTkuZXhhbXBsZS5mdW4vIjwvc2NyaXB0Pg=='>tài liệu</a>"),
                Example.raises("what-search-engines-are-told-to-show-instead",
                        "<title>Tin</title><link rel='canonical' href='https://taixiu68.example.top/'><p>Bài viết</p>"),
                Example.raises("version-for-another-language",
                        "<title>Tin</title><link rel='alternate' hreflang='vi' href='https://nohu-vip.example.top/'>"
                                + "<p>Bài viết</p>"),
                Example.raises("site-under-which-all-addresses-stand",
                        "<title>Tin</title><base href='https://vao-lucky88.example.click/'><p>Bài viết</p>"),
                Example.silent("page-that-is-shared-and-told-by-its-own-address",
                        "<title>Tin</title><link rel='canonical' href='https://www.chinhphu.vn/tin'><base href='/'>"
                                + "<link rel='alternate' hreflang='en' href='https://en.chinhphu.vn/'><p>Bài viết</p>"
                                + "<a href='https://www.facebook.com/sharer.php?u=https%3A%2F%2Fwww.chinhphu.vn%2Ftin'>"
                                + "Chia sẻ</a><a href='https://t.me/chinhphu'>Telegram</a>"),
                Example.silent("links-to-agencies-and-well-known-sites",
                        "<title>Tin</title><p>Bài viết</p><a href='https://chinhphu.vn/'>Chính phủ</a>"
                                + "<a href='https://www.facebook.com/ubnd'>Facebook</a>"));
    }
}
