package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Context;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;

import static org.assertj.core.api.Assertions.assertThat;

class WellAgainTest {

    private static final String URL = "https://xa1.example.gov.vn/";
    private static final String USUAL = "<title>Xã Một</title><h1>Cổng thông tin điện tử</h1>"
            + "<p>Giới thiệu chung về xã</p><p>Tin tức sự kiện nổi bật</p><p>Văn bản chỉ đạo điều hành</p>"
            + "<p>Thủ tục hành chính</p><p>Lịch tiếp công dân</p><p>Liên hệ góp ý</p>";
    private static final Baseline SEEN_WELL = Baseline.empty().learn(read(USUAL),
            Instant.parse("2026-01-05T01:00:00Z"));

    private static PageContent read(String html) {
        return new PageReader().read(new PageSource(URL, html.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"), false));
    }

    private static Seen seen(String view, int status, String html) {
        return new Seen(view, Optional.of(new Trail(status, URL, List.of(), List.of())), read(html),
                Optional.empty(),
                List.of(), Context.NEUTRAL);
    }

    private static boolean says(boolean home, Baseline well, Seen... views) {
        return WellAgain.says(Stream.of(views).toList(), home, well, PortalBaseline.empty());
    }

    @Test
    void whatItSaidWhenItWasLastWellUnderEveryViewIsRestored() {
        Seen citizen = seen("citizen", 200, USUAL);
        assertThat(says(true, SEEN_WELL, citizen,
                seen("search-engine", 200, USUAL + "<p>Thông báo mới</p>"))).isTrue();
        assertThat(says(true, SEEN_WELL, citizen,
                seen("search-engine", 200, "<title>Bảo trì</title><p>Cổng đang bảo trì</p>"))).isFalse();
        assertThat(says(true, SEEN_WELL, seen("citizen", 404, USUAL))).isFalse();
    }

    @Test
    void aPageThatNeverSaidAnythingWellIsRestoredByBeingGone() {
        Seen gone = seen("citizen", 404, "<p>Không tìm thấy</p>");
        assertThat(says(false, Baseline.empty(), gone, seen("phone", 410, ""))).isTrue();
        assertThat(says(false, Baseline.empty(), gone, seen("phone", 200, USUAL))).isFalse();
        assertThat(says(false, SEEN_WELL, gone)).isFalse();
        assertThat(says(true, Baseline.empty(), gone)).isFalse();
        assertThat(says(true, Baseline.empty())).isFalse();
    }
}
