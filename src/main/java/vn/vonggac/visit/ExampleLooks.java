package vn.vonggac.visit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;

/** Turns a detector's examples into looks, so that they go down the one path: its test, and its page in the help. */
@Singleton
public final class ExampleLooks {

    private static final Optional<String> HTML = Optional.of("text/html; charset=utf-8");
    private static final Optional<String> XML = Optional.of("application/xml; charset=utf-8");
    private static final int OK = 200;
    private static final int FOUND = 302;

    private final PageReader reader;

    public ExampleLooks(PageReader reader) {
        this.reader = reader;
    }

    public Look of(Example example) {
        List<Sight> sights = new ArrayList<>();
        if (example.around().failed().isEmpty()) {
            sights.add(Sight.given(source(example.url(), example.html())));
        }
        example.views().forEach(view -> sights.add(sight(example, view)));
        Optional<Baseline> usual = Optional.of(example.baseline()).filter(html -> !html.isEmpty())
                .map(html -> Baseline.learned(reader.read(source(example.url(), html))));
        PortalBaseline portal = PortalBaseline.learned(example.others().stream()
                .map(html -> reader.read(source(example.url(), html))).toList());
        return new Look(example.url(), sights, usual, portal, PortalFacts.UNKNOWN, List.of(),
                example.around());
    }

    private static Sight sight(Example example, Example.OtherView view) {
        List<Trail.Hop> chain = new ArrayList<>();
        String at = example.url();
        for (String next : view.redirects()) {
            chain.add(new Trail.Hop(at, FOUND, Trail.Means.HTTP, next));
            at = next;
        }
        return new Sight(view.view(), Optional.of(new Trail(OK, at, chain, List.of())),
                source(at, view.html()));
    }

    private static PageSource source(String url, String html) {
        return new PageSource(url, html.getBytes(StandardCharsets.UTF_8),
                html.startsWith("<?xml") ? XML : HTML, false);
    }
}
