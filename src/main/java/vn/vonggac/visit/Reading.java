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

/** Reads what a view brought home, with what its scripts write, one level, and where a refresh leads at once. */
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
        Page page = new Page(sight.trail(), written(served, outcomes), outcomes);
        return refresh(page).flatMap(
                target -> follower.follow(sight.view(), target)
                        .map(landing -> followed(page, target, landing)))
                .orElse(page);
    }

    /** Where the page sends its reader before there is time to read it. */
    private static Optional<String> refresh(Page page) {
        Stream<String> headers = page.trail().stream().flatMap(way -> way.chain().stream())
                .filter(hop -> hop.means() == Trail.Means.REFRESH_HEADER).map(Trail.Hop::to);
        Stream<String> elements = page.content().refreshes().stream()
                .filter(refresh -> refresh.seconds() <= SOON).map(Refresh::target);
        return Stream.concat(headers, elements).filter(target -> !target.equals(page.content().url()))
                .findFirst();
    }

    private PageContent written(PageContent served, List<ScriptOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.writes().stream())
                .map(markup -> reader.read(new PageSource(served.url(),
                        markup.getBytes(StandardCharsets.UTF_8), WRITTEN, false)))
                .reduce(served, PageContent::with);
    }

    private Page followed(Page page, String target, Sight landing) {
        return new Page(page.trail().map(way -> onward(way, target, landing)),
                page.content().with(reader.read(landing.source())), page.scripts());
    }

    /** A header's announcement already stands in the chain. */
    private static Trail onward(Trail way, String target, Sight landing) {
        boolean announced = way.chain().stream().anyMatch(hop -> hop.to().equals(target));
        List<Trail.Hop> hop = announced
                ? List.of()
                : List.of(
                        new Trail.Hop(way.finalUrl(), way.status(), Trail.Means.META_REFRESH, target));
        List<Trail.Hop> after = landing.trail().map(Trail::chain).orElse(List.of());
        List<Trail.Hop> chain = Stream.of(way.chain(), hop, after).flatMap(List::stream).toList();
        return new Trail(way.status(), way.finalUrl(), chain, way.headers());
    }
}
