package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Feedback;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Precision;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Scope;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Miss;
import vn.vonggac.signature.OwnSignatures;
import vn.vonggac.signature.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

/** A reviewer says of a sentence that it is no hit: the signatures learn it, and it is no hit anywhere any more. */
class NegativeExampleBrowserTest {

    private static final String PAGE = "https://xa1.binhminh.example/tin/kich";
    private static final String SENTENCE = "Nhóm kịch diễn vở \"Phim sex\" và những hệ lụy với học sinh.";
    private static final String HTML = "<html lang=vi><title>Tin tức</title><p>Chiều nay có kịch. " + SENTENCE
            + " Mời bà con đến xem.</p>";

    @TempDir
    private static Path folder;
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @Test
    void aSentenceOfAFalseAlarmIsNoHitAnyMore() throws Exception {
        try (RunningDesk desk = RunningDesk.furnished(Map.of("vonggac.signature.folder", folder.toString()));
                BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                        desk.address())) {
            long id = falseAlarm(desk);
            Page page = desk.page(context);
            page.navigate("/incidents/" + id);
            page.keyboard().press("f");
            page.getByText("Ví dụ không được khớp").click();
            assertThat(page.locator(".only-false").innerText()).contains("adult-vi-film", SENTENCE);
            page.locator("#wrong-spam-words").check();
            page.locator("#example-spam-words").check();
            Chromium.look(page, "negative-example");
            page.locator("#note-close").fill("Vở kịch của trường");
            page.getByText("Đóng sự cố").click();
            page.getByText("Đã đóng sự cố").waitFor();

            assertThat(Files.readString(folder.resolve("misses.yml"))).contains("adult-vi-film:", "hệ lụy");
            assertThat(hitsSoon(desk)).isEmpty();
            assertThat(desk.bean(Feedback.class).precision(Scope.EVERYTHING, Duration.ofDays(30)))
                    .filteredOn(precision -> precision.detector().equals("spam-words"))
                    .singleElement().returns(1L, Precision::wrongly);
            page.navigate("/signatures");
            page.locator("#said").check();
            page.getByText(SENTENCE).waitFor();
            assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
            Chromium.look(page, "signatures-said");
            page.getByText("Rút lại").click();
            page.getByText("Đã rút lại").waitFor();
            assertThat(page.getByText("Không tìm thấy mẫu nào").isVisible()).isTrue();
            assertThat(own(desk)).isEmpty();
            page.navigate("/audit");
            assertThat(page.locator("main").innerText()).contains("Thêm câu không phải dấu hiệu",
                    "adult-vi-film", "Rút lại câu không phải dấu hiệu");
        }
    }

    private static List<Miss> own(RunningDesk desk) {
        return desk.bean(OwnSignatures.class).said();
    }

    @Test
    void signaturesAreFoundByTopicAndWordsPageByPage() {
        try (RunningDesk desk = RunningDesk.furnished();
                BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.DARK, 390),
                        desk.address())) {
            Page page = desk.page(context);
            page.navigate("/signatures");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(Listing.SIZE);
            page.locator("a[rel=next]").click();
            page.getByText("51 đến 100").waitFor();
            page.navigate("/signatures?topic=loans&q=VAY");
            assertThat(page.locator("main tbody tr td:nth-child(2)").allInnerTexts())
                    .isNotEmpty().containsOnly("cho vay");
            Chromium.look(page, "signatures-found");
            page.navigate("/signatures?q=kh%C3%B4ng-c%C3%B3&page=9");
            assertThat(page.getByText("Không tìm thấy mẫu nào").isVisible()).isTrue();
        }
    }

    private static long falseAlarm(RunningDesk desk) {
        Instant at = Instant.parse("2025-12-24T00:00:00Z");
        Copies copies = desk.bean(Copies.class);
        String hash = copies.keep(copies.lay(new Brought(1, PAGE, "citizen", at,
                HTML.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", 200, List.of(PAGE),
                HTML.hashCode(), true, "suspicious", List.of()))).lastHash();
        Finding words = new Finding("spam-words", Family.WORDS, Severity.HIGH, 0.9, "citizen",
                new Place("html > body > p", 1), "Phim sex", "detector.spam-words",
                List.of("Phim sex", "1"), List.of());
        return desk.bean(Incidents.class)
                .observe(new Sighting("1", PAGE, at, new Verdict(Verdict.Level.COMPROMISED, 0.98,
                        List.of(words), List.of()), true,
                        List.of(new Exhibit(PAGE, at, "citizen", 200, hash, PAGE, "GET / HTTP/1.1"))))
                .getFirst().incident().id();
    }

    /** The folder is looked at every two seconds. */
    private static List<String> hitsSoon(RunningDesk desk) {
        Signatures signatures = desk.bean(Signatures.class);
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<String> hits = hits(signatures);
        while (!hits.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            hits = hits(signatures);
        }
        return hits;
    }

    private static List<String> hits(Signatures signatures) {
        return signatures.match(new PageReader().read(new PageSource("https://other.example/",
                HTML.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false)),
                Optional.empty()).stream().map(Hit::signature).toList();
    }
}
