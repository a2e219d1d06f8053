package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Change;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A page says something new; a reviewer sees it beside the old and calls it normal, or wrong. */
class VersionsBrowserTest {

    private static final long PORTAL = 1;
    private static final String URL = "https://xa1.binhminh.example/";
    private static final String NEWS = "<p>Lịch tiếp công dân tháng 9 <a href='https://ban-do.example.net/'>bản đồ</a>";

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        keep("2025-09-01T01:00:00Z", html("<p>Lịch tiếp công dân tháng 8"));
        keep("2025-09-02T01:00:00Z", html(NEWS));
    }

    @Test
    void whatIsCalledNormalIsNoLongerNewAndWhatIsCalledWrongIsNewAgain() {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate(desk.address() + "/portals/" + PORTAL);
            page.getByText("Nội dung mới").first().click();
            assertThat(page.locator("main").innerText()).contains("Trước đó (", "tháng 8", "tháng 9",
                    "hxxps[:]//ban-do[.]example[.]net", "Hiện trạng chuẩn: chưa có");
            Chromium.look(page, "version");

            page.getByText("Bình thường: nhận vào").click();
            assertThat(page.locator("main").innerText()).contains("từ nay là bình thường",
                    "đang học (1 lượt");
            assertThat(now().newHosts()).isEmpty();

            page.getByText("Sai: loại khỏi").click();
            assertThat(page.locator("main").innerText()).contains("không được coi là bình thường");
            assertThat(now().newHosts()).containsExactly("ban-do.example.net");

            page.navigate(desk.address() + "/audit");
            assertThat(page.locator("main").innerText()).contains("Nhận nội dung vào hiện trạng chuẩn",
                    "Loại nội dung khỏi hiện trạng chuẩn");
        }
    }

    private static Change now() {
        return desk.bean(Baselines.class).of(PORTAL, URL).compare(content(html(NEWS)));
    }

    private static void keep(String at, byte[] body) {
        Copies copies = desk.bean(Copies.class);
        copies.keep(copies.lay(new Brought(PORTAL, URL, "citizen", Instant.parse(at), body, "text/html", 200,
                List.of(URL), content(body).canonicalHash(), false, "clean", List.of())));
    }

    private static PageContent content(byte[] body) {
        return new PageReader().read(new PageSource(URL, body, Optional.of("text/html"), false));
    }

    private static byte[] html(String body) {
        return ("<html lang=vi><title>Xã Bình Minh</title>" + body).getBytes(StandardCharsets.UTF_8);
    }
}
