package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.Hole;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Place;

/**
 * A doorway for every address: a page that cannot exist is answered as if it did, with advertising. A kit that lives in
 * the page for errors has as many pages as a search engine asks for, and none that anybody links to.
 */
@Singleton
final class MadeUpAddressDetector implements Detector {

    private static final double NOBODY_WROTE_IT = 0.95;

    @Override
    public String id() {
        return "made-up-address";
    }

    @Override
    public Family family() {
        return Family.PLACE;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.around().holes().stream()
                .filter(hole -> hole.kind() == Hole.Kind.ADVERTISES_WHAT_IS_NOT_THERE).map(this::finding)
                .toList();
    }

    private Finding finding(Hole hole) {
        return Finding.of(this, Severity.HIGH, NOBODY_WROTE_IT, "citizen", Place.NOWHERE, hole.proof(),
                hole.url(), hole.proof());
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Trang chủ</title><p>Tin tức</p>";
        String made = "https://so-xay-dung.example.gov.vn/khong-co-trang-nay";
        return List.of(
                Example.raises("page-that-cannot-be-there-and-advertises", usual)
                        .with(Around.NOTHING.withHoles(new Hole(Hole.Kind.ADVERTISES_WHAT_IS_NOT_THERE, made,
                                "nhà cái uy tín"))),
                Example.silent("search-page-that-repeats-a-made-up-word", usual)
                        .with(Around.NOTHING.withHoles(
                                new Hole(Hole.Kind.REPEATS_WHAT_IT_IS_ASKED, made + "?q=zxqv", "zxqv"))));
    }
}
