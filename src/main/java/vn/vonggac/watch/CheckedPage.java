package vn.vonggac.watch;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.visit.Visitor.Visit;

/**
 * What a check says of one page.
 *
 * @param baseline whether what the page normally says was known
 * @param unseen what could not be looked at, {@code view: reason} each
 */
@Serdeable
public record CheckedPage(String url, Verdict.Level verdict, double score, List<CheckedView> views,
        List<CheckedFinding> evidence, List<String> unseen, boolean baseline, long millis) {

    private static final int MOST_FINDINGS = 100;
    private static final int MOST_GAPS = 50;

    public CheckedPage {
        views = List.copyOf(views);
        evidence = List.copyOf(evidence);
        unseen = List.copyOf(unseen);
    }

    static CheckedPage of(String url, Visit visit, boolean baseline, long millis) {
        Map<String, CheckedView> views = new LinkedHashMap<>();
        for (FetchResult result : visit.exchanges()) {
            String view = result.exchange().view().id();
            views.putIfAbsent(view,
                    CheckedView.of(result, visit.judgement().observation().view(view)));
        }
        return of(url, List.copyOf(views.values()), visit.judgement().verdict(), baseline, millis);
    }

    static CheckedPage of(String url, List<CheckedView> views, Verdict verdict, boolean baseline,
            long millis) {
        return new CheckedPage(url, verdict.level(), verdict.score(), views,
                verdict.findings().stream().limit(MOST_FINDINGS).map(CheckedFinding::of).toList(),
                verdict.incomplete().stream().limit(MOST_GAPS).toList(), baseline, millis);
    }

    /** The weightiest first. */
    public List<Finding> findings() {
        return evidence.stream().map(CheckedFinding::finding).toList();
    }

    /** What this view saw, where it was tried. */
    public Optional<CheckedView> view(String id) {
        return views.stream().filter(view -> view.view().equals(id)).findFirst();
    }
}
