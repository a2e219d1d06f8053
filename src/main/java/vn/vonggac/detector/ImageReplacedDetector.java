package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.PictureChange;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Image;
import vn.vonggac.page.Place;

/**
 * Another picture at the address of a known one: the emblem or the banner of a portal does not change by the day. One
 * may be a new banner for a feast; several at once are somebody else's.
 */
@Singleton
final class ImageReplacedDetector implements Detector {

    private static final double ANOTHER_PICTURE = 0.5;
    private static final double ANYWHERE = 0.4;
    private static final double SEVERAL = 0.95;

    @Override
    public String id() {
        return "image-replaced";
    }

    @Override
    public Family family() {
        return Family.CHANGE;
    }

    @Override
    public List<Finding> look(Observation page) {
        List<PictureChange> others = page.around().pictures().stream()
                .filter(change -> change.likeness() < ANOTHER_PICTURE).toList();
        return others.stream().map(change -> finding(page, change, others.size() > 1)).toList();
    }

    private Finding finding(Observation page, PictureChange change, boolean several) {
        double alone = (1 - change.likeness()) * (ANYWHERE + (1 - ANYWHERE) * change.area());
        double confidence = several ? Math.max(SEVERAL, alone) : alone;
        return Finding.of(this, Severity.HIGH, confidence, "citizen", place(page, change), change.source(),
                change.source(), String.valueOf(Math.round(change.likeness() * 100)));
    }

    private static Place place(Observation page, PictureChange change) {
        return page.views().stream().flatMap(seen -> seen.content().images().stream())
                .filter(image -> image.source().equals(change.source())).map(Image::place).findFirst()
                .orElse(Place.NOWHERE);
    }

    @Override
    public List<Example> examples() {
        String page = "<title>Trang chủ</title><img src='/banner.jpg' alt='Sở'><p>Tin tức</p>";
        String banner = "https://so-xay-dung.example.gov.vn/banner.jpg";
        return List.of(
                Example.raises("another-banner-that-fills-half-the-screen", page)
                        .with(Around.NOTHING.withPictures(new PictureChange(banner, 0.1, 0.5))),
                Example.silent("same-banner-saved-again", page)
                        .with(Around.NOTHING.withPictures(new PictureChange(banner, 0.97, 0.5))));
    }
}
