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
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Change;
import vn.vonggac.page.Place;

/** Nearly nothing of what the page normally says is left, although the server says that all is well. */
@Singleton
final class ReplacedPageDetector implements Detector {

    private static final double GONE = 0.45;
    private static final double GONE_AND_SHORT = 0.6;
    private static final double SHORT = 0.2;
    private static final int FIRST_ERROR = 400;

    @Override
    public String id() {
        return "replaced-page";
    }

    @Override
    public Family family() {
        return Family.CHANGE;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        boolean answered = seen.trail().map(Trail::status).orElse(0) < FIRST_ERROR;
        return seen.change().filter(change -> answered && change.kind() == Change.Kind.REPLACED)
                .map(change -> finding(seen, change));
    }

    private Finding finding(Seen seen, Change change) {
        double confidence = change.sizeRatio() < SHORT ? GONE_AND_SHORT : GONE;
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), Place.NOWHERE, seen.content().title(),
                String.valueOf(Math.round(change.survival() * 100)));
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Trang chủ</title><h1>Cổng thông tin điện tử</h1><p>Giới thiệu chung về xã</p>"
                + "<p>Tin tức sự kiện nổi bật</p><p>Văn bản chỉ đạo điều hành</p><p>Thủ tục hành chính</p>"
                + "<p>Lịch tiếp công dân</p><p>Liên hệ góp ý</p>";
        return List.of(
                Example.raises("page-with-nothing-of-its-own-left",
                        "<title>x</title><body bgcolor=black><center>we were here</center>").normally(usual),
                Example.silent("one-more-news-item", usual + "<p>Tin mới trong ngày</p>").normally(usual));
    }
}
