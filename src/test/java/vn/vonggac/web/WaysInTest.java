package vn.vonggac.web;

import io.micronaut.context.BeanContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Header;
import vn.vonggac.incident.CampaignJoining;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Copies;
import vn.vonggac.page.Place;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.KnownSite;

import static org.assertj.core.api.Assertions.assertThat;

/** What an incident says about how somebody got in comes from what is known of it, and of nothing else. */
class WaysInTest {

    private static final Instant AT = Instant.parse("2025-12-24T00:00:00Z");

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();

    @BeforeAll
    static void start() {
        new KnownSite(desk.bean(BeanContext.class), 1).server("xa1.binhminh.example", "CN=x", List.of(), AT,
                AT,
                new Header("X-Powered-By", "PHP/5.6.40"), new Header("Server", "nginx"));
        desk.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng láng giềng",
                "https://ben-canh.example/", "H23", "", "Công ty Máy chủ Việt", "", "", "", "", "", "",
                "granted", "15m", ""), "an");
    }

    private static String page(int portal, String path) {
        return (portal == 61 ? "https://ben-canh.example" : "https://xa" + portal + ".binhminh.example")
                + path;
    }

    private static long raised(int portal, String view, String detector, Family family, String... paths) {
        long id = 0;
        for (String path : paths) {
            Finding finding = new Finding(detector, family, Severity.HIGH, 0.97, view, Place.NOWHERE,
                    "nhà cái uy tín tặng 88k", "detector.hidden-link", List.of("1", "kubet88.example"),
                    List.of("kubet88.example"));
            id = desk.bean(Incidents.class)
                    .observe(new Sighting(Integer.toString(portal), page(portal, path), AT,
                            new Verdict(Verdict.Level.COMPROMISED, 0.98, List.of(finding), List.of()), true,
                            List.of(new Exhibit(page(portal, path), AT, view, 200,
                                    kept(portal, path, view, AT, path, true), "", ""))))
                    .getLast().incident().id();
        }
        return id;
    }

    private static String kept(int portal, String path, String view, Instant at, String words,
            boolean flagged) {
        Copies copies = desk.bean(Copies.class);
        return copies.keep(copies.lay(new Brought(portal, page(portal, path), view, at,
                words.getBytes(StandardCharsets.UTF_8), "text/html", 200, List.of(), words.hashCode(),
                flagged, flagged ? "suspicious" : "clean", List.of()))).lastHash();
    }

    private static String said(long incident) {
        return new Reader(desk.address(), desk.cookie()).get("/incidents/" + incident).page()
                .select("details.card").first().text();
    }

    @Test
    void whenWhereForWhomAndOnWhatItWasPlantedIsSaid() {
        kept(1, "/Upload/tin/a.html", "search-engine", AT.minusSeconds(86_400), "Hội nghị", false);
        long id = raised(1, "search-engine", "hidden-link", Family.PLACE, "/Upload/tin/a.html", "/b", "/c");
        raised(61, "citizen", "hidden-link", Family.PLACE, "/");
        CampaignJoining joining = desk.bean(CampaignJoining.class);
        while (joining.step() > 0) {
            // until both are in a campaign
        }
        assertThat(said(id)).contains("Vào trong khoảng 07:00 23/12/2025", "đến 07:00 24/12/2025",
                "thư mục tải lên /Upload/", "Chỉ một số người xem thấy", "Giống nhau trên 3 trang",
                "1 cổng khác cùng đặt ở Công ty Máy chủ Việt", "X-Powered-By: PHP/5.6.40")
                .doesNotContain("nginx");
    }

    @Test
    void whereNobodyCameInThatIsSaidAndAPoorCertificateIsNoBreakIn() {
        assertThat(said(raised(4, "citizen", "bad-target", Family.LINK, "/")))
                .contains("Có lẽ không ai đột nhập")
                .doesNotContain("Vào trong khoảng", "Thường gặp nhất");
        assertThat(said(raised(5, "citizen", "tls-trouble", Family.POSTURE, "/")))
                .doesNotContain("Có lẽ đã vào", "Thường gặp nhất");
        assertThat(said(raised(6, "citizen", "gambling-words", Family.WORDS, "/tin")))
                .contains("Thường gặp nhất")
                .doesNotContain("Chỉ một số người", "Giống nhau", "Máy chủ tự khai");
    }
}
