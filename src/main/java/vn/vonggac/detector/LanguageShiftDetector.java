package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Place;

/**
 * A page that used to speak the portal's language speaks one that doorways are written in, or, where nothing of it is
 * left and it is built otherwise, any other. Without a baseline the page's own address tells what to expect; a version
 * in that language, which says so in path or declaration, is none.
 */
@Singleton
final class LanguageShiftDetector implements Detector {

    private static final Set<WritingSystem> DOORWAYS = EnumSet.of(WritingSystem.INDONESIAN,
            WritingSystem.THAI,
            WritingSystem.HAN, WritingSystem.JAPANESE, WritingSystem.KOREAN, WritingSystem.ARABIC,
            WritingSystem.CYRILLIC);
    private static final Pattern VIETNAMESE_ADDRESS = Pattern.compile("https?://[^/]*\\.vn(:\\d+)?(/.*)?");
    private static final double SHIFTED = 0.85;
    private static final Set<WritingSystem> ELSEWHERE = EnumSet.of(WritingSystem.ENGLISH,
            WritingSystem.LATIN);
    private static final double UNEXPECTED = 0.4;
    private static final double WHOLE_PAGE_WENT = 0.5;
    private static final double REBUILT = 0.35;

    @Override
    public String id() {
        return "language-shift";
    }

    @Override
    public Family family() {
        return Family.CHANGE;
    }

    @Override
    public List<Finding> look(Observation observation) {
        boolean vietnamese = VIETNAMESE_ADDRESS.matcher(observation.url()).matches();
        return observation.views().stream().flatMap(seen -> look(seen, vietnamese).stream()).toList();
    }

    private Optional<Finding> look(Seen seen, boolean vietnamese) {
        WritingSystem now = WritingSystem.of(seen.content().visibleText());
        double confidence = DOORWAYS.contains(now) ? confidence(seen, vietnamese, now) : 0;
        if (ELSEWHERE.contains(now) && seen.change().filter(change -> anotherPage(change, now)).isPresent()) {
            confidence = UNEXPECTED;
        }
        return confidence == 0 ? Optional.empty() : Optional.of(finding(seen, now, confidence));
    }

    private static double confidence(Seen seen, boolean vietnamese, WritingSystem now) {
        if (seen.change().isPresent()) {
            return seen.change().filter(change -> shifted(change, now)).isPresent() ? SHIFTED : 0;
        }
        return vietnamese
                && seen.content().language().filter(declared -> !declared.startsWith("vi")).isEmpty()
                        ? UNEXPECTED
                        : 0;
    }

    /** A page's English version is built as the page is. */
    private static boolean anotherPage(Change change, WritingSystem now) {
        return change.kind() == Change.Kind.REPLACED && change.templateDistance() > REBUILT
                && shifted(change, now);
    }

    private static boolean shifted(Change change, WritingSystem now) {
        StringBuilder gone = new StringBuilder();
        change.removed().forEach(block -> gone.append(block.text()).append('\n'));
        WritingSystem before = WritingSystem.of(gone.toString());
        return change.survival() < WHOLE_PAGE_WENT && before != WritingSystem.UNKNOWN && before != now;
    }

    private Finding finding(Seen seen, WritingSystem now, double confidence) {
        String text = seen.content().visibleText();
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), Place.NOWHERE, text,
                "detector.language." + Slug.of(now));
    }

    @Override
    public List<Example> examples() {
        String usual = "<html lang=vi><title>Trang</title><p>Ủy ban nhân dân xã thông báo lịch tiếp công dân định kỳ "
                + "tháng năm tại trụ sở, đề nghị bà con đến đúng giờ và mang theo giấy tờ tùy thân.</p>";
        String doorway = "<html lang=vi><title>Trang</title><p>Situs ini adalah tempat terbaik untuk anda yang ingin "
                + "bermain dengan aman dan nyaman di dalam dunia yang tidak ada habisnya untuk kita semua.</p>";
        String stranger = "<html><title>Hello</title><body><center><pre>We came to visit and to leave a message for "
                + "the owner of this machine. The door was open and nobody is at home.</pre></center></body>";
        String english = "<html lang=en><title>Page</title><p>The commune announces the schedule of the regular reception "
                + "of citizens in the month of May, please come on time and bring your papers.</p>";
        return List.of(Example.raises("page-that-turned-indonesian", doorway).normally(usual),
                Example.raises("page-of-a-stranger-in-english", stranger).normally(usual),
                Example.silent("english-version-built-as-the-page-is", english).normally(usual),
                Example.silent("page-that-stayed-as-it-was", usual).normally(usual));
    }
}
