package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Body;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentEvent;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Change;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyChanges;
import vn.vonggac.page.PageCopy;
import vn.vonggac.visit.Visitor.Visit;

/** Keeps what each view of a visit brought home: the bytes before the transaction, the rows that name them in it. */
@Singleton
final class Keeping {

    private final Copies copies;
    private final CopyChanges changes;

    Keeping(Copies copies, CopyChanges changes) {
        this.copies = copies;
        this.changes = changes;
    }

    /** A copy that is safe on disk, its row not yet written, and how it can be shown. */
    record Kept(PageCopy copy, Exhibit exhibit) {}

    List<Kept> lay(Watched portal, FrontierPage page, Visit visit, Instant at) {
        List<Kept> kept = new ArrayList<>();
        for (Seen seen : visit.judgement().observation().views()) {
            brought(visit, seen.view()).ifPresent(
                    result -> body(result).ifPresent(body -> kept
                            .add(lay(portal, page, visit, seen, result.exchange(), body, at))));
        }
        return kept;
    }

    /** What the view itself brought home; what it found behind a refresh comes after it. */
    private static Optional<FetchResult> brought(Visit visit, String view) {
        return visit.exchanges().stream().filter(result -> result.exchange().view().id().equals(view))
                .filter(result -> body(result).isPresent()).findFirst();
    }

    static Optional<Fetched> fetched(Visit visit, String view) {
        return brought(visit, view).filter(Fetched.class::isInstance).map(Fetched.class::cast);
    }

    /** A page may be defaced behind a protection's status. */
    private static Optional<Body> body(FetchResult result) {
        return switch (result) {
            case Fetched fetched -> Optional.of(fetched.body());
            case Refused refused -> refused.body();
            case NotModified unchanged -> Optional.empty();
            case Failed failed -> Optional.empty();
        };
    }

    private Kept lay(Watched portal, FrontierPage page, Visit visit, Seen seen, Exchange exchange, Body body,
            Instant at) {
        List<String> hops = hops(exchange);
        PageCopy copy = copies.lay(new Brought(portal.id(), page.url(), seen.view(), at, body.decoded(),
                body.contentType(), exchange.status(), hops, seen.content().canonicalHash(),
                flagged(visit.judgement().verdict(), seen.view()),
                Looking.word(visit.judgement().verdict()),
                seen.change().map(Change::added).orElse(List.of())));
        return new Kept(copy, new Exhibit(page.url(), at, seen.view(), exchange.status(), copy.lastHash(),
                String.join("\n", hops), exchange.heads()));
    }

    /** The addresses that were asked, the first first. */
    static List<String> hops(Exchange exchange) {
        return exchange.hops().stream().filter(hop -> hop.kind() != Hop.Kind.REFRESH).map(Hop::url).toList();
    }

    static boolean flagged(Verdict verdict, String view) {
        return verdict.level().flagged()
                && verdict.findings().stream().anyMatch(finding -> finding.view().equals(view));
    }

    /** One more visit brought the bytes of these runs. */
    List<PageCopy> goOn(List<PageCopy> runs, List<IncidentEvent> events, Instant at) {
        List<PageCopy> longer = runs.stream().map(run -> copies.keep(run.seenAgain(at))).toList();
        hold(longer, events, at);
        return longer;
    }

    /** What such a visit has to show; what was said on the way is no longer there. */
    static List<Exhibit> exhibits(List<PageCopy> runs, Instant at) {
        return runs.stream().map(run -> new Exhibit(run.url(), at, run.view(), run.status(), run.lastHash(),
                run.chain(), "")).toList();
    }

    /** Writes the rows; what an incident refers to stays for ever. */
    List<PageCopy> keep(List<Kept> kept, List<IncidentEvent> events, Instant at) {
        List<PageCopy> rows = kept.stream().map(one -> copies.keep(one.copy())).toList();
        hold(rows, events, at);
        return rows;
    }

    /** What was seen, and what the page said when it was last well before: that is what goes back on the page. */
    private void hold(List<PageCopy> rows, List<IncidentEvent> events, Instant at) {
        List<PageCopy> shown = rows.stream().flatMap(row -> Stream.concat(Stream.of(row), before(row)))
                .toList();
        events.stream().map(IncidentEvent::incident).filter(incident -> incident.learnedAt(at))
                .mapToLong(Incident::id).distinct()
                .forEach(id -> shown.forEach(row -> copies.hold(row, "incident:" + id)));
    }

    private Stream<PageCopy> before(PageCopy row) {
        return row.flagged()
                ? copies.lastGood(row.portalId(), row.url(), row.view(), row.firstSeen()).stream()
                : Stream.empty();
    }

    /** The last thing in a transaction: the index follows what was kept in it. */
    void number(List<PageCopy> rows) {
        changes.number(rows);
    }
}
