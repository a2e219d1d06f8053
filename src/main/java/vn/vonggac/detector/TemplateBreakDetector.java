package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Place;

/** A page that is built unlike any of its earlier states while part of its text is left: a new design, or a new owner. */
@Singleton
final class TemplateBreakDetector implements Detector {

    private static final double UNLIKE = 0.5;
    private static final double AT_LEAST = 0.3;
    private static final int FIRST_ERROR = 400;

    @Override
    public String id() {
        return "template-break";
    }

    @Override
    public Family family() {
        return Family.CHANGE;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        boolean answered = seen.trail().map(trail -> trail.status() < FIRST_ERROR).orElse(true);
        return seen.change().filter(change -> answered && change.kind() == Change.Kind.STRUCTURAL)
                .filter(change -> change.templateDistance() >= UNLIKE).map(change -> finding(seen, change));
    }

    private Finding finding(Seen seen, Change change) {
        double confidence = AT_LEAST + (1 - AT_LEAST) * (1 - change.survival()) * change.templateDistance();
        return Finding.of(this, Severity.MEDIUM, confidence, seen.view(), Place.NOWHERE,
                seen.content().title(), String.valueOf(Math.round(change.survival() * 100)));
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Trang chủ</title><div class=top><h1>Cổng thông tin điện tử</h1></div><div class=main>"
                + "<ul><li>Giới thiệu chung về xã</li><li>Tin tức sự kiện nổi bật</li><li>Văn bản chỉ đạo</li></ul>"
                + "<p>Thủ tục hành chính</p><p>Lịch tiếp công dân</p></div>";
        String broken = "<title>Trang chủ</title><center><font><b>Cổng thông tin điện tử</b></font></center><table><tr>"
                + "<td><i>Giới thiệu chung về xã</i></td><td><i>Tin tức sự kiện nổi bật</i></td></tr></table>"
                + "<blockquote><font><b>xin chào</b></font></blockquote>";
        return List.of(Example.raises("same-headings-in-another-building", broken).normally(usual),
                Example.silent("one-more-notice", usual + "<p>Thông báo mới</p>").normally(usual));
    }
}
