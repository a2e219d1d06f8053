package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.Hole;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Place;
import vn.vonggac.signature.Hit;

/**
 * A search or feedback page that repeats the advertising it was asked for: nobody broke in, a search engine was given
 * the address. That it repeats anything is a hole, also while nobody uses it.
 */
@Singleton
final class ReflectedSearchDetector implements Detector {

    private static final double WORTH_SAYING = 0.3;
    private static final double IN_THE_ADDRESS = 0.5;
    private static final double REPEATS_ANYTHING = 0.7;
    private static final int LONGEST_ADDRESS = 4_000;

    @Override
    public String id() {
        return "reflected-search";
    }

    @Override
    public Family family() {
        return Family.WORDS;
    }

    @Override
    public List<Finding> look(Observation page) {
        List<Finding> findings = new ArrayList<>();
        String asked = asked(page.url());
        if (!asked.isEmpty()) {
            page.views().forEach(seen -> look(seen, asked).ifPresent(findings::add));
        }
        page.around().holes().stream().filter(hole -> hole.kind() == Hole.Kind.REPEATS_WHAT_IT_IS_ASKED)
                .forEach(hole -> findings.add(hole(hole)));
        return findings;
    }

    private Optional<Finding> look(Seen seen, String asked) {
        TopicScore score = TopicScore.of(seen, hit -> TopicScore.said(hit) && repeated(hit, asked));
        return score.strongest().filter(hit -> score.score() >= WORTH_SAYING)
                .map(hit -> Finding.of(this, Severity.HIGH, 1 - (1 - score.score()) * IN_THE_ADDRESS,
                        seen.view(), hit.place(), hit.quote(), hit.quote()));
    }

    private Finding hole(Hole hole) {
        return Finding.of(this, Severity.MEDIUM, REPEATS_ANYTHING, "citizen", Place.NOWHERE, hole.proof(),
                hole.url()).saying("possible").asPosture();
    }

    private static boolean repeated(Hit hit, String asked) {
        String quote = words(hit.quote());
        return !quote.isBlank() && asked.contains(quote);
    }

    /** What the address asks for, as words, empty for an address that asks nothing. */
    private static String asked(String url) {
        int question = url.indexOf('?');
        if (question < 0 || url.length() > LONGEST_ADDRESS) {
            return "";
        }
        try {
            return words(URLDecoder.decode(url.substring(question + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return words(url.substring(question + 1));
        }
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    @Override
    public List<Example> examples() {
        String found = "<title>Kết quả tìm kiếm</title><p>Không có kết quả nào cho từ khóa “nhà cái uy tín nổ hũ "
                + "đổi thưởng đăng ký nhận thưởng”</p>";
        return List.of(
                Example.raises("search-page-that-says-what-it-was-asked", found)
                        .at("https://so-xay-dung.example.gov.vn/tim-kiem?q=nh%C3%A0+c%C3%A1i+uy+t%C3%ADn+n%E1%BB%95+"
                                + "h%C5%A9+%C4%91%E1%BB%95i+th%C6%B0%E1%BB%9Fng"),
                Example.raises("search-page-that-repeats-a-made-up-word", "<title>Tìm kiếm</title>")
                        .with(Around.NOTHING
                                .withHoles(new Hole(Hole.Kind.REPEATS_WHAT_IT_IS_ASKED,
                                        "https://so-xay-dung.example.gov.vn/tim-kiem?q=zxqv", "zxqv"))),
                Example.silent("search-for-a-form",
                        "<title>Kết quả tìm kiếm</title><p>3 kết quả cho từ khóa “mẫu đơn”</p>")
                        .at("https://so-xay-dung.example.gov.vn/tim-kiem?q=m%E1%BA%ABu+%C4%91%C6%A1n"));
    }
}
