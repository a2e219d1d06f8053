package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.View;
import vn.vonggac.fetch.Views;
import vn.vonggac.incident.WantedVisit;
import vn.vonggac.incident.WantedVisits;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Sheets;
import vn.vonggac.visit.Judgement;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Visitor;
import vn.vonggac.visit.Visitor.Visit;
import vn.vonggac.watch.FrontierPage.Source;

/**
 * How a check looks: at a page of a portal of the asker's own with what is known of it, at any other page as a
 * stranger, at what was handed in without asking anybody. Nothing is probed.
 */
@Singleton
final class CheckVisits {

    private static final String REASON = "check";
    private static final int CITIZEN_AND_ONE_MORE = 2;

    private final Visitor visitor;
    private final OnePath path;
    private final Views views;
    private final WatchedPortals portals;
    private final Frontier frontier;
    private final Looking looking;
    private final WantedVisits wanted;
    private final CheckConfig config;

    CheckVisits(Visitor visitor, OnePath path, Views views, WatchedPortals portals, Frontier frontier,
            Looking looking, WantedVisits wanted, CheckConfig config) {
        this.visitor = visitor;
        this.path = path;
        this.views = views;
        this.portals = portals;
        this.frontier = frontier;
        this.looking = looking;
        this.wanted = wanted;
        this.config = config;
    }

    CheckResult look(CheckRun run) {
        if (run.row().kind() != Check.Kind.URL) {
            return new CheckResult(List.of(draft(run)), 0);
        }
        Optional<Watched> own = Optional.ofNullable(run.row().portalId())
                .flatMap(portal -> portals.find(portal, run.now()));
        return run.row().pages() == 1
                ? new CheckResult(List.of(page(run, own, run.row().target(), all(), false).checked()), 0)
                : site(run, own);
    }

    private CheckedPage draft(CheckRun run) {
        Instant began = run.now();
        PageSource source = new PageSource("", run.given().orElse(new byte[0]), type(run.row().kind()),
                false);
        Judgement judgement = path.judge(Look.given(source, Optional.empty()), run);
        return CheckedPage.of("", List.of(), judgement.verdict(), false, run.millisSince(began));
    }

    private static Optional<String> type(Check.Kind kind) {
        return switch (kind) {
            case TEXT -> Optional.of("text/plain; charset=utf-8");
            case HTML -> Optional.of("text/html; charset=utf-8");
            case FILE, URL -> Optional.empty();
        };
    }

    private CheckResult site(CheckRun run, Optional<Watched> own) {
        SiteWalk walk = new SiteWalk(run.row().target(), own.map(Watched::inScope), run.row().pages());
        Instant end = run.now().plus(config.siteTime());
        for (Optional<String> next = walk.next(); next.isPresent() && run.goesOn()
                && run.now().isBefore(end); next = walk.next()) {
            boolean first = walk.looked().isEmpty();
            Looked looked = page(run, own, next.get(), first ? all() : some(walk.looked().size()), !first);
            walk.took(looked.checked(), looked.visit());
            run.page(walk.result(), walk.expected());
        }
        return walk.result();
    }

    /** A page and how it was seen. */
    private record Looked(CheckedPage checked, Visit visit) {}

    private Looked page(CheckRun run, Optional<Watched> own, String url, List<View> wantedViews,
            boolean discovered) {
        Instant began = run.now();
        Visit visit = own.map(portal -> ownPage(run, portal, url, wantedViews, discovered)).orElseGet(() -> {
            Target target = discovered ? Target.of(url).discovered() : Target.of(url).asked();
            return visitor.visit(target, wantedViews, Optional.empty(), PortalBaseline.empty(),
                    PortalFacts.UNKNOWN, discovered ? Around.NOTHING : Around.NOTHING.atHome(false),
                    Sheets.NONE, run);
        });
        boolean known = own.filter(portal -> looking.knows(portal, url)).isPresent();
        return new Looked(CheckedPage.of(url, visit, known, run.millisSince(began)), visit);
    }

    private Visit ownPage(CheckRun run, Watched portal, String url, List<View> wantedViews,
            boolean discovered) {
        FrontierPage page = frontier.known(portal.id(), url, discovered ? Source.LINK : Source.WANTED,
                run.now());
        Visit visit = looking.see(portal, page, !discovered, wantedViews, run);
        tellWatch(portal, url, visit, run.now());
        return visit;
    }

    /** What somebody finds on a watched portal is for the watch to confirm, and for an incident to hold. */
    private void tellWatch(Watched portal, String url, Visit visit, Instant now) {
        String page = Addresses.page(url).orElse(url);
        if (visit.judgement().verdict().level().flagged()
                && wanted.waiting(portal.id(), page, REASON) == 0) {
            wanted.save(new WantedVisit(0, portal.id(), page, now, REASON, null));
        }
    }

    private List<View> all() {
        return List.copyOf(views.all());
    }

    private List<View> some(int turn) {
        List<View> every = all();
        return every.size() <= CITIZEN_AND_ONE_MORE
                ? every
                : List.of(every.getFirst(), every.get(1 + turn % (every.size() - 1)));
    }

    /** Where the site begins, as it answered: a home page may lead to another host of the same site. */
    static Optional<String> landed(Visit visit) {
        return visit.exchanges().stream().map(FetchResult::exchange).map(exchange -> exchange.finalUrl())
                .filter(url -> !Hosts.of(url).isEmpty()).findFirst();
    }
}
