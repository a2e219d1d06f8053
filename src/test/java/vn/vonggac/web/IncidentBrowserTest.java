package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Sighting;
import vn.vonggac.incident.Status;
import vn.vonggac.incident.Step;
import vn.vonggac.incident.WantedVisits;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.Channels;
import vn.vonggac.notify.Letters;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Scope;
import vn.vonggac.report.EvidenceCheck;

import static org.assertj.core.api.Assertions.assertThat;

/** A reviewer opens an incident, sees what came beside what was there, takes it, notes, and closes it. */
class IncidentBrowserTest {

    private static final String PAGE = "https://xa1.binhminh.example/tin/1";
    private static final String WELL = "<html lang=vi><title>Tin tức</title><h1>Hội nghị tổng kết năm</h1>"
            + "<p>Sáng nay Ủy ban nhân dân xã tổ chức hội nghị.</p>";
    private static final String PLANTED = WELL
            + "<div style='display:none'><a href='https://kubet.example/x'>"
            + "nhà cái uy tín <script>alert(1)</script></a></div>";

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();
    private static long incident;

    @BeforeAll
    static void start() {
        keep("2025-12-01T00:00:00Z", WELL, false);
        String hash = keep("2025-12-24T00:00:00Z", PLANTED, true).lastHash();
        Finding link = new Finding("hidden-link", Family.LINK, Severity.HIGH, 0.97, "search-engine",
                new Place("html > body > div > a", 1), "nhà cái uy tín", "detector.hidden-link",
                List.of("1", "kubet.example"), List.of("kubet.example"));
        Instant at = Instant.parse("2025-12-24T00:00:00Z");
        incident = desk.bean(Incidents.class)
                .observe(new Sighting("1", PAGE, at, new Verdict(Verdict.Level.COMPROMISED, 0.97,
                        List.of(link), List.of()), true,
                        List.of(new Exhibit(PAGE, at, "search-engine", 200, hash,
                                "https://xa1.binhminh.example/\n" + PAGE, "GET / HTTP/1.1\nHost: xa1"))))
                .getFirst().incident().id();
    }

    private static PageCopy keep(String at, String html, boolean flagged) {
        return keep(1, PAGE, at, html, flagged);
    }

    private static PageCopy keep(long portal, String url, String at, String html, boolean flagged) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        Copies copies = desk.bean(Copies.class);
        return copies.keep(copies.lay(new Brought(portal, url, "search-engine", Instant.parse(at), bytes,
                "text/html; charset=utf-8", 200, List.of(url), html.hashCode(), flagged,
                flagged ? "compromised" : "clean", List.of())));
    }

    @Test
    void whatSomebodyToldIsOpenedByHandAndItsPageIsWanted() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents");
            page.getByText("Mở sự cố bằng tay").click();
            Chromium.look(page, "told");
            page.getByLabel("Địa chỉ trang").fill("https://cua-nguoi-khac.example/");
            page.getByLabel("Ai báo").fill("NCSC, công văn số 12");
            page.getByLabel("Nhận tin lúc").fill("2199-01-01T00:00");
            page.getByText("Mở sự cố", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("main").innerText()).contains("không thuộc cổng nào");
            assertThat(page.locator("#received-problem").count()).isOne();
            assertThat(page.locator("#kind-problem").count()).isOne();
            assertThat(page.getByLabel("Ai báo").inputValue()).isEqualTo("NCSC, công văn số 12");

            page.getByLabel("Địa chỉ trang").fill("https://xa5.binhminh.example/van-ban");
            page.getByLabel("Loại").selectOption("defacement");
            page.getByLabel("Nhận tin lúc").fill("2025-12-30T07:05");
            page.getByText("Mở sự cố", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Đã mở sự cố").waitFor();
            assertThat(page.locator("main").innerText()).contains("07:05 30/12/2025",
                    "NCSC, công văn số 12");
            assertThat(desk.bean(WantedVisits.class).waiting(5, "https://xa5.binhminh.example/van-ban",
                    "told")).isOne();

            desk.bean(Incidents.class).observe(new Sighting("5", "https://xa5.binhminh.example/van-ban",
                    desk.now(), new Verdict(Verdict.Level.CLEAN, 0, List.of(), List.of()), true, List.of()));
            page.reload();
            page.getByText("không thấy điều được báo").waitFor();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        }
    }

    /** A page that was changed twice is shown as it was when it showed the worst. */
    @Test
    void theCopyThatIsShownIsTheOneWithTheStrongestFinding() {
        defaced("2025-12-24T00:00:00Z", "Situs baru kami sedang dibangun", Severity.LOW);
        long id = defaced("2025-12-24T01:00:00Z", "Hacked by N0B0DY", Severity.CRITICAL);
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents/" + id);
            assertThat(page.locator("section[aria-labelledby=seen]").innerText()).contains("N0B0DY")
                    .doesNotContain("Situs");
        }
    }

    private static long defaced(String moment, String words, Severity severity) {
        Instant at = Instant.parse(moment);
        String url = "https://xa6.binhminh.example/";
        String hash = keep(6, url, moment, "<html><title>Tin</title><p>" + words + "</p>", true).lastHash();
        Finding finding = new Finding("replaced-page", Family.DEFACEMENT, severity, 0.9, "search-engine",
                new Place("html > body > p", 1), words, "detector.replaced-page", List.of("0"), List.of());
        return desk.bean(Incidents.class)
                .observe(new Sighting("6", url, at,
                        new Verdict(Verdict.Level.COMPROMISED, 0.97, List.of(finding), List.of()), true,
                        List.of(new Exhibit(url, at, "search-engine", 200, hash, url, ""))))
                .getFirst().incident().id();
    }

    @Test
    void aReviewerSeesWhatCameAndDealsWithIt() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents/" + incident);
            assertThat(page.locator("dl.facts a[href='tel:19001234']").count()).isEqualTo(1);
            Chromium.look(page, "incident");
            page.locator("a[href$='/seen/0']").first().click();
            page.getByText("Trước và sau").or(page.locator("table.sides")).first().waitFor();
            assertThat(page.locator("table ins").allInnerTexts().toString()).contains("nhà cái uy tín");
            assertThat(page.locator("main").innerText()).contains("Khi còn bình thường", "ẩn với người đọc",
                    "hxxps[:]//kubet[.]example/x");
            Chromium.look(page, "seen");
            page.goBack();

            page.keyboard().press("a");
            page.getByText("Đã nhận xử lý").waitFor();
            assertThat(standing()).isEqualTo(Status.ACKNOWLEDGED);
            assertThat(page.locator("dl.facts").first().innerText()).containsPattern("T0\\s.* · Vọng Gác")
                    .containsPattern("Nhận xử lý\\s.* · an");
            page.locator("button[aria-label^='Đã làm: Gọi đầu mối']").click();
            page.locator("section[aria-labelledby=playbook]").getByText("1/10 bước").waitFor();
            assertThat(page.locator("section[aria-labelledby=playbook] li").nth(1).innerText())
                    .contains("an,");
            Chromium.look(page, "playbook");
            page.getByText("Ghi chú…").click();
            page.locator("#note-note").fill("Đã gọi chị Hoa ở công ty máy chủ");
            page.getByText("Ghi", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Đã gọi chị Hoa ở công ty máy chủ").waitFor();

            page.keyboard().press("f");
            page.getByText("Đóng sự cố").click();
            page.getByText("Cần ghi lý do").waitFor();
            Chromium.look(page, "refused");
            page.locator("#note-close").fill("Trang thử nghiệm của đơn vị");
            page.locator("#silence").check();
            page.getByText("Đóng sự cố").click();
            page.getByText("Đã đóng sự cố").waitFor();
            assertThat(standing()).isEqualTo(Status.CLOSED);
            page.navigate("/detectors");
            assertThat(page.locator("tbody tr").first().innerText()).startsWith("hidden-link")
                    .endsWith("0 %");
            Chromium.look(page, "detectors");
            page.navigate("/silences");
            assertThat(page.locator("tbody tr").innerText()).contains("hidden-link", "kubet[.]example",
                    "Trang thử nghiệm của đơn vị");
            Chromium.look(page, "silences");
            page.locator("td form button").click();
            page.getByText("Đã thôi tạm ẩn").waitFor();
            page.navigate("/incidents/" + incident);
            assertThat(page.locator("main").innerText())
                    .contains("đóng báo sai: Trang thử nghiệm của đơn vị");
            page.getByText("Mở lại…").click();
            page.locator("#note-reopen").fill("Nhầm");
            page.getByText("Mở lại", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Đã mở lại sự cố").waitFor();
        }
    }

    @Test
    void whatCameBackShowsTheTimeBeforeBesideTheNewOne() {
        long back = planted("2025-10-01T00:00:00Z");
        desk.bean(Incidents.class).handle(Scope.EVERYTHING, back, known -> Handling.closeUnproved(known,
                new Handling.Word("an", Instant.parse("2025-10-03T00:00:00Z"), "đã gỡ")));
        assertThat(planted("2025-12-20T00:00:00Z")).isEqualTo(back);
        for (Chromium.Look look : List.of(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                new Chromium.Look("vi", ColorScheme.DARK, 390),
                new Chromium.Look("en", ColorScheme.LIGHT, 1280),
                new Chromium.Look("en", ColorScheme.DARK, 390))) {
            try (BrowserContext context = chromium.open(look, desk.address())) {
                Page page = desk.page(context);
                boolean english = look.language().equals("en");
                page.navigate("/incidents?portal=2");
                assertThat(page.locator("#queue").innerText())
                        .contains(english ? "recurred (time 2)" : "tái diễn (lần 2)");
                Chromium.look(page, "recurred-queue-" + look.language() + look.width());
                page.navigate("/incidents/" + back);
                assertThat(page.locator("dl.facts").first().innerText()).contains(english
                        ? "T0 07:00 01/10/2025, closed 07:00 03/10/2025"
                        : "T0 07:00 01/10/2025, đóng 07:00 03/10/2025");
                page.locator("details.card summary").first().click();
                page.getByText(english
                        ? "whoever did it can most likely still get in"
                        : "lối vào có lẽ chưa được bịt").waitFor();
                page.getByText(english ? "What was found the time before" : "Dấu hiệu của lần trước").click();
                assertThat(page.locator("li.finding:visible").count()).isEqualTo(2);
                Chromium.look(page, "recurred-" + look.language() + look.width());
            }
        }
    }

    @Test
    void aLetterToTheAgencyIsLookedAtChangedSentAndKept() {
        long told = desk.bean(Incidents.class).open(Scope.EVERYTHING,
                new ByHand(3, "https://xa3.binhminh.example/tin/1", Kind.PLANTED_CONTENT, "công dân",
                        desk.now(), "gọi điện"),
                "an").orElseThrow().id();
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents/" + told);
            assertThat(page.locator("a[href^='mailto:an@binhminh.example']").count()).isEqualTo(1);

            desk.bean(Channels.class).add(Scope.EVERYTHING, new ChannelDraft("mail", "Thư trực", "", "high",
                    "vi", "mail.example.gov.vn:587", "starttls", "", "", "vonggac@example.gov.vn",
                    "truc@example.gov.vn", "", "", "", "", "", "", ""), "an");
            page.reload();
            Download evidence = page.waitForDownload(() -> page.locator("a[href$='evidence.zip']").click());
            assertThat(evidence.suggestedFilename()).isEqualTo("evidence-" + told + ".zip");
            assertThat(EvidenceCheck.of(evidence.path()).faults()).isEmpty();
            page.locator("a[href$='/notice/agency']").click();
            assertThat(page.locator("main").innerText()).contains("an@binhminh.example");
            assertThat(page.locator("#body").inputValue()).contains("hxxps[:]//xa3[.]binhminh");
            Chromium.look(page, "notice-vi");
            page.locator("#subject").fill("");
            page.locator("form.sheet button").click();
            page.locator("#subject-problem").waitFor();
            page.locator("#subject").fill("Đề nghị gỡ liên kết lạ");
            page.locator("form.sheet button").click();
            page.getByText("Đã chuyển thư đi").waitFor();
            assertThat(page.locator("main").innerText()).contains("Thông báo đầu tiên",
                    "Ủy ban nhân dân tỉnh Bình Minh <an@binhminh.example>: Đề nghị gỡ liên kết lạ");
            page.locator("section[aria-labelledby=letters] summary").click();
            Chromium.look(page, "notice-sent");
        }
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents/" + told + "/notice/agency");
            page.evaluate("document.querySelector('input[name=sent]').value = '0'");
            Chromium.look(page, "notice-en");
            page.locator("form.sheet button").click();
            page.getByText("Another letter was sent while this one was being written").waitFor();
        }
        assertThat(desk.bean(Letters.class).of(Scope.EVERYTHING, told)).hasSize(1);
    }

    @Test
    void whatIsNoLongerShownIsContainedAndAReviewerMaySayThatItIsRestored() {
        String url = "https://xa7.binhminh.example/tin/7";
        Finding link = new Finding("hidden-link", Family.PLACE, Severity.HIGH, 0.97, "search-engine",
                new Place("html > body > div > a", 1), "kèo nhà cái hôm nay", "detector.hidden-link",
                List.of("48", "soikeo.example"), List.of("soikeo.example"));
        Instant at = Instant.parse("2025-12-24T00:00:00Z");
        Incidents incidents = desk.bean(Incidents.class);
        long id = incidents.observe(new Sighting("7", url, at, new Verdict(Verdict.Level.COMPROMISED, 0.99,
                List.of(link), List.of()), true)).getFirst().incident().id();
        incidents.observe(new Sighting("7", url, at.plusSeconds(3600),
                new Verdict(Verdict.Level.CLEAN, 0, List.of(), List.of()), true));
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents?seen=search-engine&portal=7");
            page.getByText("chứa 48 liên kết ẩn tới tên miền lạ soikeo[.]example").waitFor();
            assertThat(page.locator(".chip").first().innerText()).contains("Chỉ Googlebot");
            Chromium.look(page, "queue-cloaking");
            page.locator("[data-row]").first().click();
            assertThat(page.locator("dl.facts").first().innerText())
                    .containsPattern("Đã khống chế\\s.* · Vọng Gác")
                    .contains("Chưa có lượt kiểm tra nào thấy", "Che giấu (cloaking): chỉ Googlebot");
            page.getByText("Đã khôi phục…").click();
            page.locator("#note-restored").fill("Đơn vị dựng lại trang theo giao diện mới");
            Chromium.look(page, "restored-asked");
            page.getByText("Ghi là đã khôi phục").click();
            page.getByText("Đã ghi nhận là đã khôi phục").waitFor();
            assertThat(page.locator("dl.facts").first().innerText())
                    .containsPattern("Đã khôi phục\\s.* · an");
            Chromium.look(page, "restored");
        }
        assertThat(incidents.find(Scope.EVERYTHING, id).orElseThrow().toBeRestored()).isFalse();
    }

    private static long planted(String at) {
        Finding link = new Finding("hidden-link", Family.LINK, Severity.HIGH, 0.97, "citizen",
                new Place("html > body > div > a", 1), "soi cầu " + at.substring(5, 7),
                "detector.hidden-link", List.of("1", "soicau.example"), List.of("soicau.example"));
        return desk.bean(Incidents.class)
                .observe(new Sighting("2", "https://xa2.binhminh.example/tin/9", Instant.parse(at),
                        new Verdict(Verdict.Level.COMPROMISED, 0.99, List.of(link), List.of()), true))
                .getFirst().incident().id();
    }

    @Test
    void aWebmasterCleansUpFromTheLastGoodCopyAndAsksForAnotherLook() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = context.newPage();
            String[] cookie = desk.cookie(Role.WEBMASTER, "H23.12").split("=", 2);
            context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(desk.address())));
            page.navigate("/incidents/" + incident);
            assertThat(page.locator("main").innerText()).contains("Gỡ bỏ và kiểm chứng",
                    "Xóa liên kết tới tên miền lạ").doesNotContain("Nhận xử lý");
            Chromium.look(page, "webmaster");
            Download good = page
                    .waitForDownload(() -> page.locator("a[href*='/good/']").first().click());
            assertThat(good.suggestedFilename()).endsWith(".bin");
            assertThat(good.path()).hasContent(WELL);
            page.getByText("Tôi đã gỡ: kiểm tra lại").click();
            page.getByText("Đã yêu cầu").or(page.locator(".alert-success")).first().waitFor();
            assertThat(desk.bean(Incidents.class).log(Scope.EVERYTHING, incident).getLast().deed())
                    .isEqualTo(Step.Deed.VISIT_ASKED);
        }
    }

    private static Status standing() {
        return desk.bean(Incidents.class).find(Scope.EVERYTHING, incident).map(Incident::standing)
                .orElseThrow().status();
    }
}
