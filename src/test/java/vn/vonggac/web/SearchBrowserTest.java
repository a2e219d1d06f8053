package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.SignatureHunts;
import vn.vonggac.corpus.Version;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.portal.Scope;
import vn.vonggac.signature.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

/** On Monday a new brand appears; a reviewer asks who else has it, since when, and opens what is still there. */
class SearchBrowserTest {

    private static final String DOORWAY = "Nhà cái %s uy tín số một châu Á, nạp rút nhanh, khuyến mãi chào mừng "
            + "thành viên mới, tải ứng dụng về máy, chơi tài xỉu, xóc đĩa, bắn cá đổi thưởng mỗi ngày";

    private static final String REPLACED = "2025-09-03T00:00:00Z";
    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        read(1, "/tin/1", "2025-08-03T00:00:00Z", DOORWAY.formatted("kubet"));
        read(1, "/tin/2", REPLACED, DOORWAY.formatted("kubet"));
        read(1, "/tin/2", "2025-09-05T00:00:00Z", "Lịch tiếp công dân tháng 9");
        read(4, "/", "2025-11-03T00:00:00Z",
                DOORWAY.formatted("new88") + "<script>document.title='!'</script>");
    }

    private static void read(long portal, String path, String at, String body) {
        String url = "https://xa" + portal + ".binhminh.example" + path;
        byte[] html = ("<html lang=vi><title>Xã Bình Minh</title><p>" + body)
                .getBytes(StandardCharsets.UTF_8);
        desk.bean(Corpus.class).add(new Version(portal, 2, url, body, new TreeSet<>(Set.of("citizen")), 1,
                Instant.parse(at), Instant.parse(at), !at.equals(REPLACED), "compromised",
                new PageReader().read(new PageSource(url, html, Optional.of("text/html"), false)),
                List.of()));
    }

    @Test
    void whileTypingThePortalsCalledSoAreAKeyAway() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.keyboard().press("/");
            page.keyboard().type("xa4.binhminh");
            page.locator(".named li:only-child").waitFor();
            Chromium.look(page, "named");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/search?q=portal:4");
            assertThat(page.locator(".found").innerText()).contains("new88");
        }
    }

    @Test
    void whoElseHasItSinceWhenAndWhatIsStillThereBecomesIncidents() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.keyboard().press("/");
            page.keyboard().type("\"nha cai\"");
            page.keyboard().press("Enter");
            page.getByText("Thu hẹp").or(page.locator(".facets")).first().waitFor();
            assertThat(page.locator("mark").first().innerText()).isEqualTo("Nhà");
            assertThat(page.locator("main").innerText()).contains("hxxps[:]//xa1[.]binhminh[.]example/tin/1",
                    "còn đó", "không còn", "08/2025");
            Chromium.look(page, "search");

            page.locator(".facets a").getByText("08/2025").click();
            assertThat(page.locator("main li.alarm").count()).isEqualTo(1);
            page.getByText("trang tương tự").click();
            assertThat(page.locator("main").innerText()).contains("giống", "xa4[.]binhminh[.]example");
            Chromium.look(page, "like");

            page.navigate("/search?q=%22nha+cai%22");
            page.getByText("Ai đã có, từ bao giờ?").click();
            assertThat(page.locator("main").innerText())
                    .contains("2 cổng, 3 trang từng có nội dung này; 2 trang còn ở lần xem gần nhất");
            Chromium.look(page, "hunt");
            page.getByText("Mở sự cố cho các cổng đã chọn").click();
            assertThat(page.locator("main").innerText()).contains("Chọn ít nhất một cổng");
            page.locator("input[name=portal][value='4']").check();
            page.getByText("Mở sự cố cho các cổng đã chọn").click();
            page.getByText("Đã mở sự cố").waitFor();
            assertThat(desk.bean(Incidents.class).list(Scope.EVERYTHING, IncidentFilter.ACTIVE, 10, 0).rows())
                    .singleElement().returns("4", Incident::portal);
        }
    }

    @Test
    void aQueryIsWatchedAndTriedAsASignature() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/search/hunt?q=%22nha+cai%22");
            page.getByText("Theo dõi truy vấn này").click();
            page.getByText("Đang theo dõi:").waitFor();
            assertThat(page.locator("main").innerText()).contains("\"nha cai\"",
                    "Chưa có nội dung mới nào khớp");
            Chromium.look(page, "hunts");

            page.navigate("/signatures/new?q=%22nha+cai%22");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "Chạy thử: 2 cổng, 2 trang, 0 trang chưa bị gắn cờ; 0 trang từng bị đóng là báo sai");
            assertThat(page.locator("#hits").inputValue()).contains("Nhà cái");
            page.locator("#id").fill("vi-thu-nghiem");
            page.locator("button[value=try]").click();
            assertThat(page.locator("main").innerText()).contains("Mẫu chưa dùng được", "0 misses");
            Chromium.look(page, "signature");

            SignatureHunts hunts = desk.bean(SignatureHunts.class);
            while (hunts.byName().size() < desk.bean(Signatures.class).count()) {
                hunts.run();
            }
            page.navigate("/signatures");
            assertThat(page.locator("main tbody tr").first().innerText()).contains("2 cổng, 3 trang, còn 2");
            Chromium.look(page, "signatures");
        }
    }

    @Test
    void aQueryThatCannotBeReadIsMarkedWhereItGoesWrong() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/search?q=nh%C3%A0+AND+OR+c%C3%A1i");
            assertThat(page.locator("main mark").innerText()).isEqualTo("OR cái");
            Chromium.look(page, "trouble");
            page.navigate("/search?q=" + "a".repeat(501));
            assertThat(page.locator("main").innerText()).contains("500 characters");
        }
    }
}
