package vn.vonggac.visit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.fetch.Body;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.View;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Sheets;

/** Looks at a page under each view and takes what came home down the one path. */
@Singleton
public final class Visitor {

    private static final int PATIENCE = 2;

    private final Fetcher fetcher;
    private final OnePath path;

    public Visitor(Fetcher fetcher, OnePath path) {
        this.fetcher = fetcher;
        this.path = path;
    }

    /** What one look at a page brought: the exchanges as evidence, and the judgement where anything could be read. */
    public record Visit(List<FetchResult> exchanges, Judgement judgement) {

        public Visit {
            exchanges = List.copyOf(exchanges);
        }

        /** Whether no view brought a page home. */
        public boolean unreachable() {
            return exchanges.stream().noneMatch(Fetched.class::isInstance);
        }
    }

    /** A page that somebody asks about stands for its portal. */
    public Visit visit(Target target, List<View> views, Optional<Baseline> baseline, PortalBaseline usual,
            PortalFacts portal) {
        return visit(target, views, baseline, usual, portal, Around.NOTHING.atHome(false), Sheets.NONE,
                Onlooker.NOBODY);
    }

    public Visit visit(Target target, List<View> views, Optional<Baseline> baseline, PortalBaseline usual,
            PortalFacts portal, Around known, Sheets sheets, Onlooker onlooker) {
        return judge(target, views, fetch(target, views, onlooker), baseline, usual, portal, known, sheets,
                onlooker);
    }

    /** What each view brings home, unread. */
    public List<FetchResult> fetch(Target target, List<View> views) {
        return fetch(target, views, Onlooker.NOBODY);
    }

    /** Takes what came home down the one path; {@code known} is what is known around the page before. */
    public Visit judge(Target target, List<View> views, List<FetchResult> fetched,
            Optional<Baseline> baseline, PortalBaseline usual, PortalFacts portal, Around known,
            Sheets sheets) {
        return judge(target, views, fetched, baseline, usual, portal, known, sheets, Onlooker.NOBODY);
    }

    private Visit judge(Target target, List<View> views, List<FetchResult> fetched,
            Optional<Baseline> baseline, PortalBaseline usual, PortalFacts portal, Around known,
            Sheets sheets, Onlooker onlooker) {
        List<FetchResult> exchanges = new ArrayList<>(fetched);
        Stream<String> leftOut = views.stream().skip(exchanges.size())
                .map(view -> view.id() + (hangs(exchanges) ? ": not-asked" : ": called-off"));
        List<String> unseen = Stream
                .concat(exchanges.stream().flatMap(exchange -> unseen(exchange).stream()), leftOut).toList();
        Look look = new Look(target.url(), sights(exchanges, sheets), baseline, usual, portal, unseen,
                Surroundings.of(target.url(), exchanges, known));
        Judgement judgement = path.judge(look,
                (view, address) -> follow(target.at(address), view, views, exchanges, sheets), onlooker);
        return new Visit(exchanges, judgement);
    }

    private List<FetchResult> fetch(Target target, List<View> views, Onlooker onlooker) {
        List<FetchResult> exchanges = new ArrayList<>();
        for (View view : views) {
            if (onlooker.goesOn() && !hangs(exchanges)) {
                onlooker.asks(view, exchanges.size() + 1, views.size());
                exchanges.add(fetcher.fetch(target, view));
                onlooker.came(exchanges.getLast());
            }
        }
        return exchanges;
    }

    /** Once it has kept two views waiting in vain and answered none, a page is asked no further. */
    private static boolean hangs(List<FetchResult> exchanges) {
        return exchanges.size() >= PATIENCE && exchanges.stream()
                .allMatch(result -> result instanceof Failed failed && failed.hung());
    }

    private Optional<Sight> follow(Target target, String id, List<View> views, List<FetchResult> exchanges,
            Sheets sheets) {
        FetchResult result = views.stream().filter(view -> view.id().equals(id)).findFirst()
                .map(view -> fetcher.fetch(target, view)).orElseThrow();
        exchanges.add(result);
        return result instanceof Fetched fetched
                ? Optional.of(sight(fetched.exchange(), fetched.body(), false, sheets))
                : Optional.empty();
    }

    private static Optional<String> unseen(FetchResult result) {
        String view = result.exchange().view().id();
        return switch (result) {
            case Fetched fetched -> Optional.empty();
            case NotModified unchanged -> Optional.of(view + ": not-modified");
            case Refused refused -> Optional.of(view + ": refused-" + Slug.of(refused.reason()));
            case Failed failed -> Optional.of(view + ": failed-" + Slug.of(failed.cause()));
        };
    }

    /** What a protection answered comes last: a page may be defaced behind its status, but it is not the page. */
    private static List<Sight> sights(List<FetchResult> exchanges, Sheets sheets) {
        List<Sight> sights = new ArrayList<>();
        List<Sight> refusals = new ArrayList<>();
        for (FetchResult result : exchanges) {
            if (result instanceof Fetched fetched) {
                sights.add(sight(fetched.exchange(), fetched.body(), false, sheets));
            } else if (result instanceof Refused refused) {
                refused.body().filter(body -> body.decoded().length > 0)
                        .map(body -> sight(refused.exchange(), body, true, sheets))
                        .ifPresent(refusals::add);
            }
        }
        sights.addAll(refusals);
        return sights;
    }

    private static Sight sight(Exchange exchange, Body body, boolean refused, Sheets sheets) {
        PageSource source = new PageSource(exchange.finalUrl(), body.decoded(),
                Optional.of(body.contentType()).filter(type -> !type.isEmpty()), body.cut().isPresent(),
                sheets);
        return new Sight(exchange.view().id(), Optional.of(Trails.of(exchange)), source, refused);
    }
}
