package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.View;
import vn.vonggac.fetch.Views;
import vn.vonggac.incident.IncidentEvent;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageCopy;
import vn.vonggac.visit.Onlooker;
import vn.vonggac.visit.Visitor;
import vn.vonggac.visit.Visitor.Visit;

/** One look at one page of a portal and all that follows from it, in the order that a kill cannot break. */
@Singleton
final class Looking {

    private static final int ANSWERED_WITH_ERROR = 400;
    private static final Verdict CLEAN = new Verdict(Verdict.Level.CLEAN, 0, List.of(), List.of());

    private final Visitor visitor;
    private final Views views;
    private final Frontier frontier;
    private final Incidents incidents;
    private final Baselines baselines;
    private final Keeping keeping;
    private final Unchanged unchanged;
    private final KeptSheets sheets;
    private final Surroundings surroundings;
    private final Pauses pauses;
    private final Gauges gauges;
    private final InstantSource time;
    private final Ledger ledger;

    Looking(Visitor visitor, Views views, Frontier frontier, Incidents incidents,
            Baselines baselines, Keeping keeping, Unchanged unchanged, KeptSheets sheets,
            Surroundings surroundings, Gauges gauges, WatchConfig config, InstantSource time,
            Ledger ledger, Orphans orphans) {
        this.visitor = visitor;
        this.views = views;
        this.frontier = frontier;
        this.incidents = incidents;
        this.baselines = baselines;
        this.keeping = keeping;
        this.unchanged = unchanged;
        this.sheets = sheets;
        this.surroundings = surroundings;
        this.pauses = new Pauses(config.pagePause(), config.everyPage(),
                page -> page.source().risky() || orphans.contains(page, time.instant()));
        this.gauges = gauges;
        this.time = time;
        this.ledger = ledger;
    }

    /**
     * What a look came to: the verdict, and what it did to the portal's incidents.
     *
     * @param hung whether it ran out of time
     * @param leftAlone whether nobody was asked, for the host is left alone for a while
     */
    record Looked(FrontierPage page, Verdict verdict, List<IncidentEvent> events, Cost cost,
            boolean hung, boolean leftAlone) {

        private Looked asking(List<FetchResult> all) {
            return new Looked(page, verdict, events, Cost.of(all), all.stream()
                    .anyMatch(result -> result instanceof Failed failed && failed.hung()),
                    all.stream()
                            .allMatch(result -> result instanceof Refused refused && refused.leftAlone()));
        }

        /** Whether an incident was confirmed by it. */
        boolean opened() {
            return confirmed(events);
        }
    }

    Looked look(Watched portal, FrontierPage page, boolean everyView) {
        Instant at = time.instant();
        boolean all = everyView || page.everyView() || page.home() || page.opensSection();
        List<View> wanted = all ? List.copyOf(views.all()) : citizenAndOneMore(page.visits());
        Target usual = target(portal, page);
        Target target = everyView ? usual.asked() : usual;
        boolean afresh = everyView || page.everyView() || baselines.knownAt(portal.id(), page.url(), at);
        List<FetchResult> exchanges = visitor
                .fetch(afresh ? target : unchanged.since(target, page, at), wanted);
        exchanges.forEach(gauges::exchanged);
        surroundings.answered(portal, page, exchanges, at);
        Looked looked = Optional.of(exchanges).filter(came -> !afresh)
                .flatMap(came -> unchanged.runs(page, came, at))
                .map(runs -> again(portal, page, runs, at, all).asking(exchanges))
                .orElseGet(() -> inFull(portal, page, target, exchanges, wanted, at, all));
        gauges.visited(page, at, time.instant());
        return looked;
    }

    /** Where one view has to be read, they all have. */
    private Looked inFull(Watched portal, FrontierPage page, Target target, List<FetchResult> exchanges,
            List<View> wanted, Instant at, boolean all) {
        List<FetchResult> full = exchanges.stream()
                .map(result -> result instanceof NotModified(Exchange exchange)
                        ? visitor.fetch(target, List.of(exchange.view())).getFirst()
                        : result)
                .toList();
        List<FetchResult> asked = Stream.concat(exchanges.stream(), full.stream()).distinct().toList();
        return judged(portal, page, full, wanted, at, all).asking(asked);
    }

    private Looked judged(Watched portal, FrontierPage page, List<FetchResult> exchanges, List<View> wanted,
            Instant at, boolean all) {
        Visit visit = visitor.judge(target(portal, page), wanted, exchanges,
                Optional.of(baselines.of(portal.id(), page.url())), baselines.of(portal.id()), facts(portal),
                surroundings.of(portal, page), sheets.of(portal));
        List<Keeping.Kept> kept = keeping.lay(portal, page, visit, at);
        Sighting sighting = new Sighting(Long.toString(portal.id()), page.url(), at,
                visit.judgement().verdict(), all, kept.stream().map(Keeping.Kept::exhibit).toList(),
                page.home(), all && wellAgain(portal, page, visit));
        Looked looked = ledger.write(() -> keep(portal, page, visit, sighting, kept));
        learn(portal, looked, visit, at);
        return looked;
    }

    /** Asked of pages that somebody is dealing with. */
    private boolean wellAgain(Watched portal, FrontierPage page, Visit visit) {
        return page.everyView() && WellAgain.says(visit.judgement().observation().views(), page.home(),
                baselines.of(portal.id(), page.url()), baselines.of(portal.id()));
    }

    /** What was judged clean came again, byte by byte. */
    private Looked again(Watched portal, FrontierPage page, List<PageCopy> runs, Instant at, boolean all) {
        Sighting sighting = new Sighting(Long.toString(portal.id()), page.url(), at, CLEAN, all,
                Keeping.exhibits(runs, at), page.home());
        Looked looked = ledger.write(() -> {
            List<IncidentEvent> events = incidents.observe(sighting);
            List<PageCopy> longer = keeping.goOn(runs, events, at);
            Duration pause = pauses.after(page, portal, page.contentHash(), !events.isEmpty());
            FrontierPage visited = page.visited(at, word(CLEAN), page.status(), page.contentHash(), pause,
                    !events.isEmpty(), page.known());
            frontier.keep(visited);
            keeping.number(longer);
            return new Looked(visited, CLEAN, events, Cost.NOTHING, false, false);
        });
        if (!incidents.plantedOn(portal.id(), page.url())) {
            baselines.learnAgain(portal.id(), page.url(), at);
        }
        gauges.unchanged();
        return looked;
    }

    private Looked keep(Watched portal, FrontierPage page, Visit visit, Sighting sighting,
            List<Keeping.Kept> kept) {
        List<IncidentEvent> events = incidents.observe(sighting);
        List<PageCopy> rows = keeping.keep(kept, events, sighting.at());
        Optional<PageContent> content = content(visit);
        int status = status(visit);
        String hash = content.filter(said -> status < ANSWERED_WITH_ERROR).map(ContentHash::of).orElse("");
        Duration pause = pauses.after(page, portal, hash, !events.isEmpty());
        FrontierPage visited = page.visited(sighting.at(), word(sighting.verdict()), status, hash, pause,
                !events.isEmpty(), unchanged.after(page, visit, kept, sighting.at()));
        if (confirmed(events)) {
            frontier.lookAtAllAgain(portal.id(), sighting.at());
        }
        boolean changed = !hash.isEmpty() && !hash.equals(page.contentHash());
        boolean leads = changed || !hash.isEmpty() && page.linksAreOld(sighting.at());
        frontier.keep(leads ? visited.linksRead(sighting.at()) : visited);
        if (!hash.isEmpty()) {
            content.ifPresent(said -> {
                surroundings.take(portal, page, said, sighting.at());
                frontier.listed(portal, said, sighting.at());
            });
        }
        if (changed && sighting.verdict().level() == Verdict.Level.CLEAN) {
            content.ifPresent(said -> frontier.read(page, said, sighting.at()));
        }
        if (leads) {
            content.ifPresent(said -> frontier.grow(portal, page, said, sighting.at()));
        }
        if (changed && page.source() == FrontierPage.Source.STYLESHEET) {
            frontier.readAllAgain(portal.id());
        }
        keeping.number(rows);
        return new Looked(visited, sighting.verdict(), events, Cost.NOTHING, false, false);
    }

    private static boolean confirmed(List<IncidentEvent> events) {
        return events.stream().map(IncidentEvent::steps).flatMap(List::stream)
                .anyMatch(step -> step.deed() == Deed.CONFIRMED);
    }

    /** Nothing that somebody is still dealing with becomes normal. */
    private void learn(Watched portal, Looked looked, Visit visit, Instant at) {
        String url = looked.page().url();
        if (looked.verdict().level() == Verdict.Level.CLEAN && !looked.page().contentHash().isEmpty()
                && !incidents.plantedOn(portal.id(), url)) {
            seen(visit).ifPresent(seen -> baselines.learn(portal.id(), url, seen.lesson(), at));
        }
    }

    /** What the first view that came home says, the citizen's where it did; a refusal is not the page. */
    static Optional<PageContent> content(Visit visit) {
        return seen(visit).map(Seen::content);
    }

    private static Optional<Seen> seen(Visit visit) {
        return visit.unreachable()
                ? Optional.empty()
                : visit.judgement().observation().views().stream().findFirst();
    }

    private static int status(Visit visit) {
        return visit.exchanges().stream().map(FetchResult::exchange)
                .mapToInt(exchange -> exchange.status()).filter(status -> status > 0).findFirst().orElse(0);
    }

    static String word(Verdict verdict) {
        return Slug.of(verdict.level());
    }

    private List<View> citizenAndOneMore(int turn) {
        List<View> all = new ArrayList<>(views.all());
        return all.size() < 2 ? all : List.of(all.getFirst(), all.get(1 + turn % (all.size() - 1)));
    }

    /** The page with everything that is known of it; nothing is kept. */
    Visit see(Watched portal, FrontierPage page, boolean asked, List<View> wanted, Onlooker onlooker) {
        Target usual = target(portal, page);
        return visitor.visit(asked ? usual.asked() : usual, wanted,
                Optional.of(baselines.of(portal.id(), page.url())), baselines.of(portal.id()), facts(portal),
                surroundings.of(portal, page), sheets.of(portal), onlooker);
    }

    /** Whether it is known what the page normally says. */
    boolean knows(Watched portal, String url) {
        return baselines.of(portal.id(), url).learned();
    }

    private static Target target(Watched portal, FrontierPage page) {
        String host = Hosts.of(page.url());
        return new Target(page.url(), Long.toString(portal.id()), host, ports(portal), Optional.empty(),
                page.source().listed() ? Target.Purpose.LISTED : Target.Purpose.DISCOVERY);
    }

    static Set<Integer> ports(Watched portal) {
        int port = URI.create(portal.home()).getPort();
        return port < 0 ? Set.of() : Set.of(port);
    }

    static PortalFacts facts(Watched portal) {
        return new PortalFacts(Set.of(Hosts.registrable(Hosts.of(portal.home()))), portal.trustedHosts());
    }
}
