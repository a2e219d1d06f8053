package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.PictureChange;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Image;
import vn.vonggac.page.Place;

/**
 * Another picture at the address of a known one: the emblem or the banner of a portal does not change by the day. One
 * may be a new banner for a feast; several at once are somebody else's. So is one picture of a strange host in the place
 * of nearly every other.
 */
@Singleton
final class ImageReplacedDetector implements Detector {

    private static final double ANOTHER_PICTURE = 0.5;
    private static final double ANYWHERE = 0.4;
    private static final double SEVERAL = 0.95;
    private static final int FEWEST = 4;
    private static final double NEARLY_ALL = 0.7;
    /** What stands in for pictures that come later, or never. */
    private static final Pattern STAND_IN = Pattern
            .compile(
                    "(?i)blank|placeholder|loading|lazy|spacer|pixel|trans(?:parent)?\\b|default|no-?_?image|no-?photo|empty|dummy"
                            + "|avatar|icon|bullet|arrow|star|dot|line|new[^/]*\\.gif");

    private final Strangers strangers;

    ImageReplacedDetector(Strangers strangers) {
        this.strangers = strangers;
    }

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
        return Stream.concat(others.stream().map(change -> finding(page, change, others.size() > 1)),
                page.views().stream().flatMap(seen -> everywhere(seen, page).stream())).toList();
    }

    private Optional<Finding> everywhere(Seen seen, Observation page) {
        List<Image> images = seen.content().images();
        if (images.size() < FEWEST) {
            return Optional.empty();
        }
        Map<String, List<Image>> sources = images.stream().collect(Collectors.groupingBy(Image::source));
        return sources.values().stream().max(Comparator.comparingInt(List::size))
                .filter(same -> same.size() >= FEWEST && same.size() >= images.size() * NEARLY_ALL)
                .filter(same -> same.stream().map(Image::alternative).distinct().count() >= FEWEST - 1)
                .filter(same -> !STAND_IN.matcher(same.getFirst().source()).find()
                        && strangers.stranger(same.getFirst().source(), page))
                .map(same -> Finding.of(this, Severity.HIGH, SEVERAL, seen.view(), same.getFirst().place(),
                        same.getFirst().source(), same.getFirst().source(), String.valueOf(same.size()))
                        .saying("everywhere"));
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
        String everywhere = "<title>Trang chủ</title>" + Stream.of("Sở", "Tỉnh", "Bộ", "Trung tâm")
                .map(name -> "<img src='https://%s/%s' alt='" + name + "'>").collect(Collectors.joining());
        String strange = "pictures.example.org";
        return List.of(
                Example.raises("one-strange-picture-everywhere",
                        everywhere.replace("%s/%s", strange + "/x.gif")),
                Example.silent("pictures-of-their-own",
                        "<title>Trang chủ</title>" + IntStream.range(0, 5)
                                .mapToObj(at -> "<img src='https://" + strange
                                        + "/" + at + ".png' alt='Sở " + at + "'>")
                                .collect(Collectors.joining())),
                Example.raises("another-banner-that-fills-half-the-screen", page)
                        .with(Around.NOTHING.withPictures(new PictureChange(banner, 0.1, 0.5))),
                Example.silent("same-banner-saved-again", page)
                        .with(Around.NOTHING.withPictures(new PictureChange(banner, 0.97, 0.5))));
    }
}
