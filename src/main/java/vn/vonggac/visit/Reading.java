package vn.vonggac.visit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptReader;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.Refresh;

/** Reads what a view brought home, with what its scripts write, one level, and what lies behind its meta refresh. */
@Singleton
final class Reading {

    private static final Optional<String> WRITTEN = Optional.of("text/html; charset=utf-8");
    private static final int SOON = 10;

    private final PageReader reader;
    private final ScriptReader scripts;

    Reading(PageReader reader, ScriptReader scripts) {
        this.reader = reader;
        this.scripts = scripts;
    }

    /** What was read, and the way there. */
    record Page(Optional<Trail> trail, PageContent content, List<ScriptOutcome> scripts) {}

    Page read(Sight sight, Follower follower) {
        PageContent served = reader.read(sight.source());
        List<ScriptOutcome> outcomes = scripts.read(served);
        PageContent content = written(served, outcomes);
        Optional<Refresh> soon = served.refreshes().stream().filter(refresh -> refresh.seconds() <= SOON)
                .filter(refresh -> !refresh.target().equals(served.url())).findFirst();
        Optional<Sight> landing = soon.flatMap(refresh -> follower.follow(sight.view(), refresh.target()));
        return landing.map(next -> followed(sight, content, outcomes, next))
                .orElse(new Page(sight.trail(), content, outcomes));
    }

    private PageContent written(PageContent served, List<ScriptOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.writes().stream())
                .map(markup -> reader.read(new PageSource(served.url(),
                        markup.getBytes(StandardCharsets.UTF_8), WRITTEN, false)))
                .reduce(served, PageContent::with);
    }

    private Page followed(Sight sight, PageContent content, List<ScriptOutcome> outcomes, Sight landing) {
        Optional<Trail> trail = sight.trail().map(way -> onward(way, content, landing));
        return new Page(trail, content.with(reader.read(landing.source())), outcomes);
    }

    private static Trail onward(Trail way, PageContent content, Sight landing) {
        String target = content.refreshes().getFirst().target();
        Trail.Hop hop = new Trail.Hop(way.finalUrl(), way.status(), Trail.Means.META_REFRESH, target);
        List<Trail.Hop> after = landing.trail().map(Trail::chain).orElse(List.of());
        List<Trail.Hop> chain = Stream.of(way.chain(), List.of(hop), after).flatMap(List::stream).toList();
        return new Trail(way.status(), way.finalUrl(), chain, way.headers());
    }
}
