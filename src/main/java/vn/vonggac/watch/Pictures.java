package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.detect.Around.PictureChange;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Appearance;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Image;
import vn.vonggac.page.PageContent;
import vn.vonggac.watch.Spending.Purse;

/**
 * The leading pictures of home pages, emblem and banner, asked for conditionally on a slow rhythm. One that looked the
 * same several times is known; what it looks like instead is told until it is itself again, or until nobody minded for a
 * day. Formats that only browsers draw (WebP, SVG) are not compared.
 */
@Singleton
final class Pictures {

    private static final int MOST = 5;
    private static final int LONGEST_URL = 2_000;
    private static final int FOUND = 200;
    private static final Duration NOBODY_MINDED = Duration.ofHours(24);

    private final PictureRows rows;
    private final Frontier frontier;
    private final Fetcher fetcher;
    private final Views views;
    private final Incidents incidents;
    private final Duration pause;
    private final Duration repeatAfter;
    private final InstantSource time;

    Pictures(PictureRows rows, Frontier frontier, Fetcher fetcher, Views views, Incidents incidents,
            AroundConfig config, WatchConfig watch, InstantSource time) {
        this.rows = rows;
        this.frontier = frontier;
        this.fetcher = fetcher;
        this.views = views;
        this.incidents = incidents;
        this.pause = config.pictures();
        this.repeatAfter = watch.repeatAfter();
        this.time = time;
    }

    /** Takes in which pictures lead a home page; where none do, those known stay. */
    void take(Watched portal, FrontierPage page, PageContent content, Instant now) {
        List<String> leading = page.home() ? leading(portal, content) : List.of();
        if (leading.isEmpty()) {
            return;
        }
        List<String> known = rows.of(portal.id()).stream().map(Picture::url).toList();
        if (!known.equals(leading)) {
            rows.keepOnly(portal.id(), leading.stream().map(DigestUtils::sha256Hex).toList());
            leading.stream().filter(url -> !known.contains(url))
                    .forEach(url -> rows.add(portal.id(), url, DigestUtils.sha256Hex(url), now));
        }
    }

    private static List<String> leading(Watched portal, PageContent content) {
        String own = Hosts.registrable(Hosts.of(portal.home()));
        return content.images().stream().filter(image -> Hosts.registrable(image.host()).equals(own))
                .map(Image::source).filter(url -> url.startsWith("http") && url.length() <= LONGEST_URL)
                .distinct()
                .limit(MOST).toList();
    }

    /** Those of a portal that look like something else. */
    PictureChange[] changes(Watched portal) {
        return rows.of(portal.id()).stream().map(Picture::change).flatMap(Optional::stream)
                .toArray(PictureChange[]::new);
    }

    /** Looks at all of a portal that are due: several that change at once are seen together. */
    void turn(Watched portal, Purse purse, BooleanSupplier goesOn) {
        Instant now = time.instant();
        boolean news = false;
        for (Picture picture : rows.due(portal.id(), now)) {
            if (goesOn.getAsBoolean() && rows.take(picture.id(), now, now.plus(pause)) == 1) {
                news |= look(portal, picture, purse);
            }
        }
        if (news) {
            frontier.lookAgain(frontier.home(portal, now), now);
        }
    }

    /** Whether it turned out to be another picture. */
    private boolean look(Watched portal, Picture picture, Purse purse) {
        Target plain = new Target(picture.url(), Long.toString(portal.id()), Hosts.of(picture.url()),
                Looking.ports(portal), Optional.empty(), Target.Purpose.DISCOVERY);
        Instant now = time.instant();
        FetchResult came = fetcher.fetch(picture.validators().map(plain::since).orElse(plain),
                views.citizen());
        purse.pay(Cost.of(List.of(came)));
        Picture looked = looked(picture, came, now);
        Picture after = isAccepted(portal, looked, now) ? looked.accepted() : looked;
        rows.update(after.due(now.plus(after.doubtful() ? repeatAfter : pause)));
        return after.change().isPresent() && picture.change().isEmpty();
    }

    private static Picture looked(Picture picture, FetchResult result, Instant now) {
        return switch (result) {
            case Fetched fetched when fetched.status() == FOUND && fetched.body().cut().isEmpty() ->
                Appearance.of(fetched.body().decoded())
                        .map(look -> picture.looked(look, fetched.validators(), now)).orElse(picture);
            case NotModified same -> picture.unchanged(now);
            default -> picture;
        };
    }

    private boolean isAccepted(Watched portal, Picture picture, Instant now) {
        Instant since = picture.changedAt();
        return since != null && picture.change().isPresent() && now.isAfter(since.plus(NOBODY_MINDED))
                && !incidents.plantedOn(portal.id(), frontier.home(portal, now).url());
    }
}
