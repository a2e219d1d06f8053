package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Feedback;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Precision;
import vn.vonggac.incident.Queue;
import vn.vonggac.incident.Sighting;
import vn.vonggac.incident.Status;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** A reviewer's morning: twenty incidents, coffee, and a keyboard. */
class MorningBrowserTest {

    private static final int NIGHT = 20;

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        for (int portal = 1; portal <= NIGHT; portal++) {
            raise(portal);
        }
    }

    private static void raise(int portal) {
        Finding link = new Finding("hidden-link", Family.LINK, portal % 4 == 0
                ? Severity.CRITICAL
                : Severity.HIGH, 0.97, "search-engine", new Place("html > body > div > a", 1),
                "nhà cái uy tín", "detector.hidden-link", List.of("1", "kubet.example"),
                List.of("kubet.example"));
        desk.bean(Incidents.class).observe(new Sighting(Integer.toString(portal),
                "https://xa" + portal + ".binhminh.example/tin/1",
                Instant.parse("2025-12-24T00:00:00Z").plusSeconds(portal), new Verdict(
                        Verdict.Level.COMPROMISED, 0.98, List.of(link), List.of()),
                true, List.of()));
    }

    @Test
    void twentyIncidentsAreTriagedByKeysAlone() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            int night = (int) desk.bean(Queue.class).count(Scope.EVERYTHING, IncidentFilter.QUEUE);
            page.navigate("/incidents");
            Chromium.look(page, "queue");
            page.keyboard().press("?");
            page.getByText("báo sai: mở phần đóng").waitFor();
            Chromium.look(page, "keys");
            page.keyboard().press("Escape");

            // the first three are taken one after the other
            for (int taken = 1; taken <= 3; taken++) {
                page.keyboard().press("j");
                page.keyboard().press("a");
                page.getByText("Đã nhận xử lý").first().waitFor();
                assertThat(standing(Status.ACKNOWLEDGED)).isEqualTo(taken);
                assertThat(page.url()).endsWith("/incidents?done=incident-acknowledge");
            }

            // the next is opened, read, and is a false alarm
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.locator("#why").waitFor();
            page.keyboard().press("f");
            page.keyboard().press("Tab");
            page.keyboard().type("Liên kết của đơn vị");
            Chromium.look(page, "closing");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.getByText("Đã đóng sự cố").waitFor();
            assertThat(standing(Status.CLOSED)).isEqualTo(1);

            // the rest is ticked and taken at once, after a look at what that means
            page.navigate("/incidents?unread=1");
            assertThat(page.locator("tbody tr").count()).isEqualTo(night - 1);
            for (int ticked = 0; ticked < night - 1; ticked++) {
                page.keyboard().press("j");
                page.keyboard().press("x");
            }
            page.locator("button[value=acknowledge]").press("Enter");
            page.getByText("Nhận xử lý " + (night - 4) + " sự cố?").first().waitFor();
            assertThat(page.locator("main").innerText()).contains("Không làm được với 3 sự cố");
            Chromium.look(page, "preview");
            page.keyboard().press("Enter");
            page.getByText("Đã làm với các sự cố đã chọn").waitFor();
            assertThat(standing(Status.ACKNOWLEDGED)).isEqualTo(night - 1);
            assertThat(page.url()).contains("unread=1");

            // two of them turn out to be false after all, and that counts against the detector
            long wrongly = wrongly();
            page.navigate("/incidents?status=acknowledged");
            for (int ticked = 0; ticked < 2; ticked++) {
                page.keyboard().press("j");
                page.keyboard().press("x");
            }
            page.locator("form[action$='/bulk'] details summary").click();
            page.locator("#note-bulk").fill("Liên kết của đơn vị");
            page.locator("button[value=close]").click();
            page.getByText("Mọi bộ phát hiện đã báo").waitFor();
            Chromium.look(page, "bulk-false");
            page.keyboard().press("Enter");
            page.getByText("Đã làm với các sự cố đã chọn").waitFor();
            assertThat(wrongly()).isEqualTo(wrongly + 2);

            // one is opened and left again: the keyboard stands where it stood
            page.navigate("/incidents");
            page.keyboard().press("j");
            page.keyboard().press("j");
            String opened = (String) page.evaluate("document.activeElement.getAttribute('href')");
            page.keyboard().press("Enter");
            page.waitForURL("**" + opened);
            page.keyboard().press("u");
            page.waitForURL("**/incidents");
            page.locator("[data-row][href='" + opened + "']:focus").waitFor();
            // from the list a false alarm is closed by its reason alone
            page.keyboard().press("f");
            page.waitForURL("**?act=close");
            page.locator("textarea[name=note]:focus").waitFor();
        }
    }

    private static long wrongly() {
        return desk.bean(Feedback.class).precision(Scope.EVERYTHING, Duration.ofDays(30)).stream()
                .mapToLong(Precision::wrongly).sum();
    }

    @Test
    void whatIsKnownIsSilencedBeforehandAndNeverForLong() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/silences");
            page.locator("#domain").fill("www.doi-tac.example");
            page.locator("#reason").fill("Trang đối tác, đang chờ gỡ");
            page.locator("#days").fill("91");
            page.locator("form[action='/silences'] button").click();
            assertThat(page.locator("#days").getAttribute("aria-invalid")).isEqualTo("true");
            page.locator("#days").fill("90");
            page.locator("form[action='/silences'] button").click();
            page.getByText("Đã tạm ẩn.").waitFor();
            assertThat(page.locator("table").innerText()).contains("doi-tac[.]example", "đang chờ gỡ");
            Chromium.look(page, "silences");

            page.locator("#reason").fill("Tất cả");
            page.locator("form[action='/silences'] button").click();
            page.getByText("cần điền ít nhất một điều").first().waitFor();
        }
    }

    @Test
    void aFilterIsKeptUnderAName() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents?severity=critical&agency=1");
            assertThat(page.locator(".chip").allInnerTexts()).hasSize(2);
            page.getByText("Lưu bộ lọc này").click();
            page.getByLabel("Tên bộ lọc").fill("Ca sáng");
            page.keyboard().press("Enter");
            page.getByText("Đã lưu bộ lọc").waitFor();
            Chromium.look(page, "filter-phone");
            page.navigate("/incidents");
            page.getByText("Ca sáng").click();
            assertThat(page.url()).contains("severity=critical");
            assertThat((long) page.locator("tbody tr").count()).isEqualTo(desk.bean(Queue.class)
                    .count(Scope.EVERYTHING, IncidentFilter.QUEUE.of(Severity.CRITICAL)));
            page.getByLabel("Bỏ bộ lọc Ca sáng").click();
            page.getByText("Đã bỏ bộ lọc").waitFor();
        }
    }

    /** Two tabs of one browser: what one does is in the other, and there is one stream for both. */
    @Test
    void aListThatIsLookedAtIsLive() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            Page other = context.newPage();
            page.navigate("/incidents?agency=2");
            other.navigate("/incidents?agency=2");
            long before = page.locator("tbody tr").count();
            raise(41);
            page.locator("a:has-text('Bình Minh 41')").waitFor();
            other.locator("a:has-text('Bình Minh 41')").waitFor();
            assertThat(page.locator("tbody tr").count()).isEqualTo(before + 1);
            assertThat(page
                    .evaluate("navigator.locks.query().then(l => l.held.length + ' ' + l.pending.length)"))
                    .isEqualTo("1 1");
        }
    }

    private static long standing(Status status) {
        return desk.bean(Queue.class).count(Scope.EVERYTHING, IncidentFilter.at(status));
    }
}
