package vn.vonggac.watch;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.IncidentEvent;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.Sheets;
import vn.vonggac.portal.Url;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Sight;

/**
 * Judges what pages said last by rules that came since, a few pages at a time and without a request. What a page said
 * before that is for a hunt to find: nobody can be shown it any more.
 */
@Singleton
final class Rejudging {

    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);

    private final Frontier frontier;
    private final WatchedPortals portals;
    private final OnePath path;
    private final Copies copies;
    private final Keeping keeping;
    private final KeptSheets keptSheets;
    private final Baselines baselines;
    private final Incidents incidents;
    private final WatchConfig config;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;
    private volatile String done = "";

    Rejudging(Frontier frontier, WatchedPortals portals, OnePath path, Copies copies,
            Keeping keeping, KeptSheets keptSheets, Baselines baselines, Incidents incidents,
            WatchConfig config, InstantSource time,
            TransactionOperations<Connection> transactions) {
        this.frontier = frontier;
        this.portals = portals;
        this.path = path;
        this.copies = copies;
        this.keeping = keeping;
        this.keptSheets = keptSheets;
        this.baselines = baselines;
        this.incidents = incidents;
        this.config = config;
        this.time = time;
        this.transactions = transactions;
    }

    /** Takes up the next pages, those looked at last first; the answer is how many. */
    int step() {
        String rules = path.rules();
        if (rules.equals(done)) {
            return 0;
        }
        List<FrontierPage> pages = frontier.judgedByOthers(rules, config.rejudged());
        pages.forEach(page -> rejudge(page, rules));
        if (pages.isEmpty()) {
            done = rules;
        }
        return pages.size();
    }

    private void rejudge(FrontierPage page, String rules) {
        boolean clean = false;
        try {
            clean = portals.find(page.portalId(), time.instant()).map(portal -> judge(portal, page))
                    .orElse(false);
        } catch (RuntimeException e) {
            LOG.error("What {} said last could not be judged by later rules", Url.forLog(page.url()), e);
        }
        frontier.rejudged(page, rules, clean);
    }

    /** Whether nothing at all was found. */
    private boolean judge(Watched portal, FrontierPage page) {
        List<PageCopy> runs = new ArrayList<>();
        List<Sight> sights = new ArrayList<>();
        Sheets kept = keptSheets.of(portal);
        for (PageCopy run : copies.newest(page.portalId(), page.url())) {
            sight(run, kept).ifPresent(sight -> {
                runs.add(run);
                sights.add(sight);
            });
        }
        if (sights.isEmpty()) {
            return false;
        }
        Verdict verdict = path.judge(new Look(page.url(), sights,
                Optional.of(baselines.of(portal.id(), page.url())), baselines.of(portal.id()),
                Looking.facts(portal), List.of(), Around.NOTHING)).verdict();
        if (verdict.level().flagged()) {
            raise(portal, page, runs, verdict);
        }
        return verdict.level() == Verdict.Level.CLEAN && verdict.findings().isEmpty();
    }

    private Optional<Sight> sight(PageCopy run, Sheets sheets) {
        return copies.read(run.lastHash()) instanceof CopyRead.Whole(byte[] body)
                ? Optional.of(Indexing.sight(run, body, sheets))
                : Optional.empty();
    }

    /** The first visit that showed it is the first of the run; that it is still there the next look tells. */
    private void raise(Watched portal, FrontierPage page, List<PageCopy> runs, Verdict verdict) {
        List<PageCopy> suspects = runs.stream().filter(run -> Keeping.flagged(verdict, run.view())).toList();
        Instant first = suspects.stream().map(PageCopy::firstSeen).min(Comparator.naturalOrder())
                .orElse(time.instant());
        List<Keeping.Kept> kept = suspects.stream().map(run -> run.suspected(Looking.word(verdict)))
                .map(run -> new Keeping.Kept(run, new Exhibit(page.url(), first, run.view(), run.status(),
                        run.lastHash(), run.chain(), "")))
                .toList();
        Sighting sighting = new Sighting(Long.toString(portal.id()), page.url(), first, verdict, false,
                kept.stream().map(Keeping.Kept::exhibit).toList(), page.home());
        frontier.lookAgain(page, time.instant());
        transactions.executeWrite(status -> {
            List<IncidentEvent> events = incidents.observe(sighting);
            keeping.number(keeping.keep(kept, events, first));
            return events;
        });
    }
}
