package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Novelty;
import vn.vonggac.page.Place;

/**
 * A new page that is built like none of its portal, or text in words that its portal does not use: what a content
 * system publishes looks like the rest, what was uploaded past it does not. Alone it never suffices.
 */
@Singleton
final class ForeignPageDetector implements Detector {

    private static final double OTHER_TEMPLATE = 0.4;
    private static final double OTHER_WORDS = 0.7;
    private static final double WORTH_SAYING = 0.2;
    private static final int FIRST_ERROR = 400;
    private static final int QUOTED = 8;

    @Override
    public String id() {
        return "foreign-page";
    }

    @Override
    public Family family() {
        return Family.CHANGE;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().filter(ForeignPageDetector::answered)
                .flatMap(seen -> Stream.of(template(seen), words(seen)))
                .filter(finding -> finding.confidence() >= WORTH_SAYING).toList();
    }

    private static boolean answered(Seen seen) {
        return seen.trail().map(trail -> trail.status() < FIRST_ERROR).orElse(true);
    }

    private Finding template(Seen seen) {
        return Finding.of(this, Severity.LOW, OTHER_TEMPLATE * seen.novelty().template(), seen.view(),
                Place.NOWHERE, seen.content().title());
    }

    private Finding words(Seen seen) {
        Novelty novelty = seen.novelty();
        String some = String.join(", ", novelty.words().stream().limit(QUOTED).toList());
        return Finding.of(this, Severity.LOW, OTHER_WORDS * novelty.wording(), seen.view(), Place.NOWHERE,
                some, some).saying("words");
    }

    @Override
    public List<Example> examples() {
        List<String> others = IntStream.rangeClosed(1, 6).mapToObj(day -> article("Tin số " + day,
                "Ủy ban nhân dân xã thông báo lịch tiếp công dân định kỳ ngày " + day
                        + " hằng tháng tại trụ sở, đề nghị bà con đến đúng giờ và mang theo giấy tờ tùy thân."))
                .toList();
        String doorway = "<title>Situs resmi</title><center><font><b>Situs resmi</b><hr><i>Tempat terbaik untuk anda "
                + "yang ingin bermain dengan aman dan nyaman setiap hari tanpa batas bersama kami di sini "
                + "sekarang juga dengan pelayanan ramah</i></font></center>";
        String notice = article("Tin số 7",
                "Đề nghị bà con mang theo giấy tờ tùy thân khi đến trụ sở ủy ban nhân dân xã đúng giờ.");
        return List.of(Example.raises("page-past-the-content-system", doorway).amongst(others),
                Example.silent("new-page-made-like-the-others", notice).amongst(others));
    }

    private static String article(String title, String text) {
        return "<title>" + title
                + "</title><div class=top><nav><a href='/'>Trang chủ</a></nav></div><main><h1>"
                + title + "</h1><div class=body><p>" + text
                + "</p></div></main><footer><p>Bản quyền</p></footer>";
    }
}
