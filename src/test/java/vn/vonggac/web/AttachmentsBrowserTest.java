package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.incident.Attachment;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Scope;
import vn.vonggac.report.EvidenceCheck;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that come with what somebody told, and later: handed in, refused, handed out again. */
class AttachmentsBrowserTest {

    private static final byte[] LETTER = "<html><script>document.title='ran'</script>"
            .getBytes(StandardCharsets.UTF_8);

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished(
            Map.of("vonggac.incident.attachment-size", 3 << 20, "vonggac.incident.attachments", 3));
    @AutoClose
    private static final Chromium chromium = new Chromium();

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "text/html", bytes);
    }

    private static long told(int portal) {
        return desk.bean(Incidents.class)
                .open(Scope.EVERYTHING, new ByHand(portal, "https://xa" + portal + ".binhminh.example/tin",
                        Kind.DEFACEMENT, "NCSC", desk.now(), ""), "an")
                .orElseThrow().id();
    }

    @Test
    void whatCameWithTheWordAndLaterIsKeptShownAndHandedOutAgain() throws IOException {
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 390),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents/new");
            page.getByLabel("Địa chỉ trang").fill("https://xa5.binhminh.example/van-ban");
            page.getByLabel("Loại").selectOption("defacement");
            page.getByLabel("Ai báo").fill("NCSC");
            page.locator("#files").setInputFiles(new FilePayload[]{file("ảnh.jpg", new byte[2 << 20]),
                    file("thư số 1.html", LETTER)});
            Chromium.look(page, "told-files");
            page.getByText("Mở sự cố", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Đã mở sự cố").waitFor();
            assertThat(page.locator("section[aria-labelledby=attachments]").innerText())
                    .contains("ảnh.jpg", "2 MB", "thư số 1.html", "SHA-256");
            assertThat(page.locator("section[aria-labelledby=steps]").innerText())
                    .contains("thêm tệp ảnh.jpg");
            Chromium.look(page, "attachments");
            Download letter = page.waitForDownload(() -> page.getByText("thư số 1.html").first().click());
            assertThat(letter.suggestedFilename()).isEqualTo("thư số 1.html");
            assertThat(Files.readAllBytes(letter.path())).isEqualTo(LETTER);

            page.getByText("Thêm tệp vào hồ sơ").click();
            page.locator("#files").setInputFiles(new FilePayload[]{file("thư.eml", new byte[]{1})});
            page.getByText("Thêm tệp", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Đã thêm tệp").waitFor();
            assertThat(page.locator("section[aria-labelledby=attachments] li").count()).isEqualTo(3);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
            Download evidence = page.waitForDownload(() -> page.locator("a[href$='evidence.zip']").click());
            assertThat(EvidenceCheck.of(evidence.path()).faults()).isEmpty();
        }
    }

    @Test
    void whatIsTooMuchIsSaidBeforeItIsSentAndNothingTypedIsLost() {
        try (BrowserContext context = chromium.open(new Chromium.Look("en", ColorScheme.DARK, 1280),
                desk.address())) {
            Page page = desk.page(context);
            page.navigate("/incidents/new");
            page.getByLabel("Who told it").fill("NCSC");
            page.locator("#files").setInputFiles(new FilePayload[]{file("x.bin", new byte[(3 << 20) + 1])});
            page.getByText("Nothing was sent").waitFor();
            page.locator("#files").setInputFiles(new FilePayload[]{file("x.bin", new byte[1])});
            assertThat(page.getByText("Nothing was sent").isVisible()).isFalse();
            page.locator("#files").setInputFiles(new FilePayload[]{file("empty.txt", new byte[0])});
            page.getByText("Nothing was sent").waitFor();
            page.getByText("Open the incident", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByLabel("Who told it").inputValue()).isEqualTo("NCSC");
            Chromium.look(page, "told-too-much");
            page.locator("#files").setInputFiles(new FilePayload[]{file("x.bin", new byte[1])});
            assertThat(page.getByText("Nothing was sent").isVisible()).isFalse();
            page.getByText("Open the incident", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("choose them again").waitFor();
            assertThat(page.getByText("Nothing was sent").isVisible()).isFalse();
            assertThat(page.getByLabel("Who told it").inputValue()).isEqualTo("NCSC");
        }
    }

    @Test
    void whatAProgramSendsInsteadOfABrowserIsRefusedInWordsWithWhatWasTyped() {
        Reader reader = new Reader(desk.address(), desk.cookie());
        Reader.WebForm form = reader.forms("/incidents/new").getFirst().filled(Map.of("page",
                "https://xa6.binhminh.example/tin", "kind", "defacement", "source", "A05", "note",
                "gọi lúc 7 giờ"));
        long before = lines();
        Reader.Answer large = reader.upload(form, List.of(Map.entry("to.bin", new byte[(3 << 20) + 1])));
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.page().select("#files-problem").text()).contains("to.bin", "3 MB");
        assertThat(large.page().select("textarea[name=note]").text()).isEqualTo("gọi lúc 7 giờ");
        Map.Entry<String, byte[]> small = Map.entry("a.txt", new byte[1]);
        assertThat(reader.upload(form, List.of(small, small, small, small)).page().select("#files-problem")
                .text()).contains("3", "4");
        Reader.Answer empty = reader.upload(form, List.of(small, Map.entry("rỗng.txt", new byte[0])));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("#files-problem").text()).contains("rỗng.txt", "không có gì");
        assertThat(empty.page().select("textarea[name=note]").text()).isEqualTo("gọi lúc 7 giờ");
        assertThat(lines()).isEqualTo(before);

        Reader.Answer done = reader.upload(form, List.of(Map.entry("..\\..\\a\u202e\u0007/đơn.svg", LETTER)));
        assertThat(done.status()).isEqualTo(303);
        assertThat(reader.get(done.location()).page().select("section[aria-labelledby=attachments] a").text())
                .isEqualTo("đơn.svg");
        assertThat(reader.upload(form, List.of(Map.entry("", new byte[0]))).status()).isEqualTo(303);
    }

    private static long lines() {
        return desk.bean(Audit.class).count(AuditFilter.EVERYTHING);
    }

    @Test
    void whatIsHandedOutIsBytesInASandboxForThoseWhoSeeTheAgency() throws Exception {
        long id = told(9);
        Reader reader = new Reader(desk.address(), desk.cookie());
        Reader.WebForm form = reader.forms("/incidents/" + id).stream()
                .filter(each -> each.action().endsWith("/attachments")).findFirst().orElseThrow();
        assertThat(reader.upload(form, List.of(Map.entry("rong.txt", new byte[0]))).page()
                .select("#files-problem").text()).contains("rong.txt", "tệp rỗng");
        assertThat(reader.upload(form, List.of(Map.entry("trang.html", LETTER))).status()).isEqualTo(303);
        Attachment kept = desk.bean(Attachments.class).of(Scope.EVERYTHING, id).getFirst();
        String path = "/incidents/" + id + "/attachments/" + kept.id();

        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create(desk.address() + path)).header("Cookie", desk.cookie()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).isEqualTo(LETTER);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/octet-stream");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).endsWith("; sandbox");

        desk.elsewhere();
        Reader stranger = new Reader(desk.address(), desk.cookie(Role.REVIEWER, "K01"));
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.upload(form, List.of(Map.entry("x", new byte[1]))).status()).isEqualTo(404);
        Reader auditor = new Reader(desk.address(), desk.cookie(Role.AUDITOR, ""));
        assertThat(auditor.get(path).status()).isEqualTo(200);
        assertThat(auditor.upload(form, List.of(Map.entry("x", new byte[1]))).status()).isEqualTo(403);
        assertThat(auditor.forms("/incidents/" + id)).isEmpty();
        assertThat(reader.get("/incidents/" + told(12) + "/attachments/" + kept.id()).status())
                .isEqualTo(404);
    }
}
