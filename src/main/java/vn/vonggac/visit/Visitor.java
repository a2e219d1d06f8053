package vn.vonggac.visit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.PortalFacts;
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

/** Looks at a page under each view and takes what came home down the one path. */
@Singleton
public final class Visitor {

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

    public Visit visit(Target target, List<View> views, Optional<Baseline> baseline, PortalBaseline usual,
            PortalFacts portal) {
        return judge(target, views, fetch(target, views), baseline, usual, portal);
    }

    /** What each view brings home, unread. */
    public List<FetchResult> fetch(Target target, List<View> views) {
        return views.stream().map(view -> fetcher.fetch(target, view)).toList();
    }

    /** Takes what came home down the one path. */
    public Visit judge(Target target, List<View> views, List<FetchResult> fetched,
            Optional<Baseline> baseline, PortalBaseline usual, PortalFacts portal) {
        List<FetchResult> exchanges = new ArrayList<>(fetched);
        List<Sight> sights = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        exchanges.forEach(exchange -> sort(exchange, sights, unseen));
        Look look = new Look(target.url(), sights, baseline, usual, portal, unseen);
        Judgement judgement = path.judge(look,
                (view, address) -> follow(target.at(address), view, views, exchanges));
        return new Visit(exchanges, judgement);
    }

    private Optional<Sight> follow(Target target, String id, List<View> views, List<FetchResult> exchanges) {
        FetchResult result = views.stream().filter(view -> view.id().equals(id)).findFirst()
                .map(view -> fetcher.fetch(target, view)).orElseThrow();
        exchanges.add(result);
        return result instanceof Fetched fetched ? Optional.of(sight(id, fetched)) : Optional.empty();
    }

    private static void sort(FetchResult result, List<Sight> sights, List<String> unseen) {
        String view = result.exchange().view().id();
        switch (result) {
            case Fetched fetched -> sights.add(sight(view, fetched));
            case NotModified unchanged -> unseen.add(view + ": not-modified");
            case Refused refused -> unseen.add(view + ": refused-" + word(refused.reason()));
            case Failed failed -> unseen.add(view + ": failed-" + word(failed.cause()));
        }
    }

    private static Sight sight(String view, Fetched fetched) {
        PageSource source = new PageSource(fetched.exchange().finalUrl(), fetched.body().decoded(),
                Optional.of(fetched.body().contentType()).filter(type -> !type.isEmpty()),
                fetched.body().cut().isPresent());
        return new Sight(view, Optional.of(Trails.of(fetched.exchange())), source);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
