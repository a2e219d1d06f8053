package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Target;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageCopy;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Sight;
import vn.vonggac.visit.Visitor.Visit;

/**
 * Tells when a look brought nothing but what was judged before: the same bytes on the same way under every view, seen
 * side by side, by the same rules and with nothing found. Then nothing is read. What is believed wears off, so that
 * what changes with time alone is seen.
 */
@Singleton
final class Unchanged {

    private final Copies copies;
    private final OnePath path;
    private final WatchConfig config;

    Unchanged(Copies copies, OnePath path, WatchConfig config) {
        this.copies = copies;
        this.path = path;
        this.config = config;
    }

    /** The target with what to ask the server with, where that may be believed. */
    Target since(Target target, FrontierPage page, Instant now) {
        return isFresh(page, now) ? page.known().validators().map(target::since).orElse(target) : target;
    }

    /** The runs that go on, one for each view; empty when anything has to be read. */
    Optional<List<PageCopy>> runs(FrontierPage page, List<FetchResult> exchanges, Instant now) {
        List<PageCopy> runs = new ArrayList<>();
        if (isFresh(page, now)) {
            for (FetchResult exchange : exchanges) {
                copies.newest(page.portalId(), page.url(), exchange.exchange().view().id())
                        .filter(run -> isSame(page, run, exchange)).ifPresent(runs::add);
            }
        }
        return runs.isEmpty() || runs.size() < exchanges.size() ? Optional.empty() : Optional.of(runs);
    }

    private boolean isFresh(FrontierPage page, Instant now) {
        return page.known().isFresh(path.rules(), now, belief(page));
    }

    private Duration belief(FrontierPage page) {
        return page.home() ? config.believe() : config.believeOther();
    }

    private static boolean isSame(FrontierPage page, PageCopy run, FetchResult result) {
        boolean sideBySide = !run.lastSeen().isBefore(page.known().since());
        return !run.flagged() && sideBySide && switch (result) {
            case Fetched fetched -> run.isLast(fetched.body().decoded(), fetched.status(),
                    Keeping.hops(fetched.exchange())) && fetched.exchange().verified();
            case NotModified same -> run.lastHash().equals(page.known().body()) && same.exchange().verified();
            default -> false;
        };
    }

    /** How what was judged now can be known again: not where a refresh led on to what may change by itself. */
    Known after(FrontierPage page, Visit visit, List<Keeping.Kept> kept, Instant now) {
        Verdict verdict = visit.judgement().verdict();
        boolean alone = visit.exchanges().size() == kept.size();
        boolean nothing = verdict.level() == Verdict.Level.CLEAN && verdict.findings().isEmpty() && alone;
        return kept.stream().map(Keeping.Kept::copy).filter(copy -> copy.view().equals(Sight.CITIZEN))
                .findFirst().filter(copy -> nothing)
                .flatMap(copy -> Keeping.fetched(visit, Sight.CITIZEN).map(answer -> page.known()
                        .clean(path.rules(), copy.lastHash(), answer, now, belief(page))))
                .orElse(Known.judged(path.rules()));
    }
}
