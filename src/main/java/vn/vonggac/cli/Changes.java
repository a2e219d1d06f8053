package vn.vonggac.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Change;
import vn.vonggac.page.Lesson;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;

/** Goes through the copies of one portal in the order of time and says of each what is different. */
final class Changes {

    private final PageReader reader = new PageReader();
    private final Map<String, Known> pages = new HashMap<>();
    private PortalBaseline portal = PortalBaseline.empty();

    /** A page as it was at the visit before. */
    private record Known(Instant at, byte[] body, Baseline baseline) {}

    /** From one copy to the next; no change is known where the bytes are the same. */
    record Step(String portal, String page, Instant before, Instant at, boolean learned,
            Optional<Change> found) {

        Change change() {
            return found.orElseThrow();
        }
    }

    /** Empty for the first copy of a page: there is nothing before it. */
    Optional<Step> next(String name, History.Visit visit) throws IOException {
        PageSource source = Offline.source(visit.copies().getFirst().file(), visit.url());
        Known known = pages.get(visit.page());
        if (known != null && Arrays.equals(known.body(), source.body())) {
            pages.put(visit.page(), new Known(visit.at(), known.body(), known.baseline()));
            return Optional
                    .of(new Step(name, visit.page(), known.at(), visit.at(), known.baseline().learned(),
                            Optional.empty()));
        }
        PageContent content = reader.read(source);
        Optional<Step> step = known == null
                ? Optional.empty()
                : Optional.of(step(name, visit, known, content));
        Baseline usual = known == null ? Baseline.empty() : known.baseline();
        pages.put(visit.page(), new Known(visit.at(), source.body(), usual.learn(content, visit.at())));
        portal = portal.learn(new Lesson(content, step.flatMap(Step::found), Set.of()), usual, visit.at());
        return step;
    }

    private Step step(String name, History.Visit visit, Known known, PageContent content) {
        Change change = known.baseline().compare(content, portal);
        return new Step(name, visit.page(), known.at(), visit.at(), known.baseline().learned(),
                Optional.of(change));
    }
}
