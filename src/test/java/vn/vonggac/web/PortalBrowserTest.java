package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import io.micronaut.context.BeanContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;
import vn.vonggac.fetch.Header;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Resolution;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Copies;
import vn.vonggac.page.Lesson;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.KnownSite;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody opens a portal: its server, what is normal there, what was closed, its pages, and one of them. */
class PortalBrowserTest {

    private static final String HOME = "https://xa1.binhminh.example/";
    private static final String FLAGGED = HOME + "Upload/game-bai.html";
    private static final String NEWS = HOME + "tin/1";
    private static final int CLOSED = 12;
    private static final String TEXT = """
            <html lang=vi><title>Xã Bình Minh - Trang chủ</title><meta name=generator content="NukeViet v4.5">
            <p>Hội nghị</p><a href="https://www.chinhphu.vn/">Chính phủ</a>
            <script src="https://cdn.example.net/a.js"></script><form action="/tim-kiem"><input name=q></form>""";

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        Instant now = desk.now();
        KnownSite site = new KnownSite(desk.bean(BeanContext.class), 1);
        site.page(HOME, "clean", 200, now.minusSeconds(90));
        for (int i = 1; i <= 60; i++) {
            site.page(HOME + "tin/" + i, "clean", i % 20 == 10 ? 404 : 200,
                    now.minus(Duration.ofMinutes(i)));
        }
        site.unseen(HOME + "van-ban/moi", now.minusSeconds(5));
        site.page(FLAGGED, "compromised", 200, now.minus(Duration.ofDays(2)));
        site.server("xa1.binhminh.example", "CN=R11,O=Let's Encrypt,C=US",
                List.of("xa1.binhminh.example", "www.xa1.binhminh.example"), now.plus(Duration.ofDays(9)),
                now, new Header("Server", "nginx/1.18.0"), new Header("X-Powered-By", "PHP/7.4.3"));
        keep(HOME, TEXT, false);
        keep(FLAGGED, "<title>Game bài</title>", true);
        keep(NEWS, "citizen", Duration.ofDays(1), "<p>Tin cũ</p>", false);
        keep(NEWS, "from-search", Duration.ofHours(20), "<p>Tin cũ</p>", false);
        keep(NEWS, "citizen", Duration.ofHours(12), "<p>Tin mới</p>", false);
        keep(NEWS, "from-search", Duration.ofHours(12), "<p>Tin mới</p>", false);
        desk.bean(Baselines.class).learn(1, HOME, new Lesson(content(), Optional.empty(), Set.of()), now);
        for (int i = 0; i < CLOSED; i++) {
            close(i);
        }
    }

    private static void close(int number) {
        Instant at = desk.now().minus(Duration.ofDays(30 - number));
        Incidents incidents = desk.bean(Incidents.class);
        long id = incidents.open(Scope.EVERYTHING, new ByHand(1, HOME + "cu/" + number, Kind.DEFACEMENT,
                "NCSC", at, "gọi điện"), "an").orElseThrow().id();
        incidents.handle(Scope.EVERYTHING, id, incident -> Handling.close(incident,
                Resolution.values()[1 + number % 4], new Handling.Word("an", at.plusSeconds(7_200), "xong")));
    }

    private static void keep(String url, String html, boolean flagged) {
        keep(url, "citizen", Duration.ofDays(1), html, flagged);
    }

    private static void keep(String url, String view, Duration ago, String html, boolean flagged) {
        Copies copies = desk.bean(Copies.class);
        copies.keep(copies.lay(new Brought(1, url, view, desk.now().minus(ago),
                html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", 200, List.of(url),
                html.hashCode(), flagged, flagged ? "compromised" : "clean", List.of())));
    }

    private static PageContent content() {
        return new PageReader().read(new PageSource(HOME, TEXT.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"), false));
    }

    @Test
    void thePageOfAPortalSaysWhatAnswersThereAndWhatIsNormal() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/portals/1");
            String server = page.locator("section[aria-labelledby=server]").innerText();
            assertThat(server).contains("còn 9 ngày", "Let's Encrypt", "R11",
                    "www[.]xa1[.]binhminh[.]example", "nginx/1.18.0", "PHP/7.4.3", "NukeViet v4.5");
            assertThat(page.locator("section[aria-labelledby=server] .text-suspicious").count()).isOne();
            assertThat(page.locator("section[aria-labelledby=normal]").innerText()).contains("đang học",
                    "Xã Bình Minh - Trang chủ", "www[.]chinhphu[.]vn", "cdn[.]example[.]net", "/tim-kiem",
                    "Đang học (0 trang đã biết rõ, 1 lượt", "Tên miền hay liên kết tới");
            Chromium.look(page, "portal");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Chromium.picture(page, "portal-print");
            assertThat(page.locator("section[aria-labelledby=server]").isVisible()).isTrue();
        }
    }

    @Test
    void theTimelineTellsOfOneChangeAndOfPagesThatAreNotThere() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/portals/1");
            assertThat(page.locator(".timeline-change").allInnerTexts()).singleElement().asString()
                    .contains("Nội dung mới (góc nhìn Công dân)", "/tin/1");
            assertThat(page.locator(".timeline-visit").filter(
                    new Locator.FilterOptions().setHasText("/tin/10")).innerText())
                    .contains("Không có (404)").doesNotContain("Sạch");
        }
    }

    @Test
    void whatWasClosedIsThereWithItsResolutionAndTheRestIsALinkAway() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/portals/1");
            assertThat(page.locator("section[aria-labelledby=incidents] tbody tr").count()).isEqualTo(5);
            assertThat(page.locator("section[aria-labelledby=incidents] tbody tr").first().innerText())
                    .contains("nobody can tell");
            Chromium.look(page, "portal-dark");
            page.getByText("See all 12 closed incidents").click();
            page.locator("#queue").getByText("1 to 12 of 12").waitFor();
            assertThat(page.locator("#queue tbody tr").count()).isEqualTo(CLOSED);
            assertThat(page.locator(".chips").innerText()).contains("xã Bình Minh 1", "Closed");
            page.locator("#kind").selectOption("redirect");
            page.getByText("Nothing fits the filter").waitFor();
            assertThat(page.url()).contains("portal=1");
        }
    }

    @Test
    void thePagesOfAPortalAreFoundAndOpenedByKeyboard() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/portals/1");
            page.getByText("Xem các trang đã biết (63)").click();
            page.locator("#list").getByText("1 đến 50 trong 63").waitFor();
            assertThat(page.locator("#list tbody tr").count()).isEqualTo(50);
            assertThat(page.locator("#list tbody tr").first().innerText())
                    .startsWith("/Upload/game-bai[.]html").contains("Bị cài nội dung");
            assertThat(
                    page.locator("#list tbody tr").filter(new Locator.FilterOptions().setHasText("/tin/10"))
                            .innerText())
                    .contains("Không có (404)").doesNotContain("Sạch");
            Chromium.look(page, "pages");
            page.locator("a[rel=next]").click();
            page.locator("#list").getByText("51 đến 63 trong 63").waitFor();
            assertThat(page.locator("#list tbody tr").last().innerText()).contains("van-ban/moi",
                    "Chưa xem", "đang chờ lượt");

            page.locator("#q").fill("game-bai");
            page.locator("#list tbody tr:only-child").waitFor();
            page.locator("h1").click();
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.locator("#copies").getByText("1 đến 1 trong 1").waitFor();
            assertThat(page.locator("main").innerText()).contains(
                    "hxxps[:]//xa1[.]binhminh[.]example/Upload/game-bai[.]html", "Có dấu hiệu");
            assertThat(page.locator("main a[href^=http]").count()).isZero();
            Chromium.look(page, "page");
            page.locator("#copies tbody a").click();
            page.getByText("Trước đó").first().waitFor();
        }
    }

    @Test
    void aTelephoneShowsItAllWithoutPushingAside() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = desk.page(context);
            for (String path : List.of("/portals/1", "/portals/1/pages", "/portals/1/pages/1")) {
                page.navigate(path);
                Chromium.look(page, "phone" + path.replace('/', '-'));
                assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(path)
                        .isLessThanOrEqualTo(390);
            }
        }
    }

    @Test
    void aWebmasterOfAnotherAgencySeesNoneOfIt() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            String[] cookie = desk.cookie(Role.WEBMASTER, "H23.12").split("=", 2);
            context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(desk.address())));
            Page page = context.newPage();
            assertThat(page.navigate("/portals/1/pages").status()).isEqualTo(200);
            assertThat(page.navigate("/portals/3/pages").status()).isEqualTo(404);
            assertThat(page.navigate("/portals/4/pages/1").status()).isEqualTo(404);
        }
    }
}
