package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Meta;
import vn.vonggac.page.Place;

/**
 * A file or a meta element by which somebody proves to a search engine that the portal is theirs: a spammer who can
 * write to it takes it over there too. The agency's own is the same; who put it there is for people to know.
 */
@Singleton
final class SearchVerificationFileDetector implements Detector {

    private static final Map<String, Pattern> FILES = Map.of(
            "Google", Pattern.compile("(?i).*/google[0-9a-f]{12,20}\\.html"),
            "Bing", Pattern.compile("(?i).*/bingsiteauth\\.xml"),
            "Yandex", Pattern.compile("(?i).*/yandex_[0-9a-f]{12,20}\\.(html|txt)"),
            "Baidu", Pattern.compile("(?i).*/baidu_verify_[\\w-]+\\.html"));
    private static final Map<String, String> METAS = Map.of("google-site-verification", "Google",
            "msvalidate.01", "Bing", "yandex-verification", "Yandex", "baidu-site-verification", "Baidu");
    private static final double A_FILE = 0.6;
    private static final double A_NEW_ELEMENT = 0.5;
    private static final int FIRST_ERROR = 400;

    @Override
    public String id() {
        return "search-verification-file";
    }

    @Override
    public Family family() {
        return Family.POSTURE;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream()
                .flatMap(seen -> Stream.concat(file(page, seen).stream(), elements(seen))).toList();
    }

    /** One that was there whenever the page was learned is known. */
    private Optional<Finding> file(Observation page, Seen seen) {
        boolean there = seen.trail().map(trail -> trail.status() < FIRST_ERROR).orElse(true);
        String path = page.url().split("[?#]", 2)[0];
        return there && seen.change().isEmpty()
                ? FILES.entrySet().stream().filter(file -> file.getValue().matcher(path).matches())
                        .findFirst().map(file -> finding(seen, A_FILE, Place.NOWHERE, file.getKey(), path))
                : Optional.empty();
    }

    private Stream<Finding> elements(Seen seen) {
        List<Meta> added = seen.change().map(Change::addedMetas).orElse(List.of());
        return added.stream().filter(meta -> METAS.containsKey(name(meta)))
                .map(meta -> finding(seen, A_NEW_ELEMENT, meta.place(),
                        METAS.getOrDefault(name(meta), ""), meta.content()));
    }

    private static String name(Meta meta) {
        return meta.name().toLowerCase(Locale.ROOT);
    }

    private Finding finding(Seen seen, double confidence, Place place, String engine, String quote) {
        return Finding.of(this, Severity.MEDIUM, confidence, seen.view(), place, quote, engine, quote);
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết của sở</p>";
        String claimed = "<meta name='google-site-verification' content='a1B2c3D4e5F6'>";
        return List.of(
                Example.raises("file-that-claims-the-portal",
                        "google-site-verification: google1a2b3c4d5e6f7a8b.html")
                        .at("https://so-xay-dung.example.gov.vn/google1a2b3c4d5e6f7a8b.html"),
                Example.raises("element-that-was-not-there", claimed + usual).normally(usual),
                Example.silent("element-that-was-always-there", claimed + usual)
                        .normally(claimed + usual),
                Example.silent("page-about-search-engines", usual + "<p>Google và Bing</p>"));
    }
}
