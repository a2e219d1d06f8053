package vn.vonggac.page;

import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What pages and portals normally say: learned by visits, corrected by reviewers, one compressed row each, written at
 * most hourly and when the service stops. A kill loses what was learned since; it is learned again.
 */
@Singleton
public class Baselines {

    private static final int MOST_PORTALS = 4_000;
    private static final String WHOLE_PORTAL = "";

    private final Shelf<Baseline> pages;
    private final Shelf<PortalBaseline> portals;
    private final BaselineConfig config;
    private final InstantSource time;
    private Instant written;

    Baselines(BaselineRows rows, TransactionOperations<Connection> transactions, BaselineConfig config,
            InstantSource time) {
        Patience patience = config.patience();
        this.pages = new Shelf<>(rows, transactions, time,
                new Shelf.Writing<>(Baseline.empty().with(patience),
                        Baseline::bytes, bytes -> Baseline.read(bytes).map(known -> known.with(patience))),
                config.inMemory());
        this.portals = new Shelf<>(rows, transactions, time,
                new Shelf.Writing<>(PortalBaseline.empty().with(patience), PortalBaseline::bytes,
                        bytes -> PortalBaseline.read(bytes).map(known -> known.with(patience))),
                MOST_PORTALS);
        this.config = config;
        this.time = time;
        this.written = time.instant();
    }

    public Baseline of(long portal, String url) {
        return pages.get(page(portal, url));
    }

    public PortalBaseline of(long portal) {
        return portals.get(whole(portal));
    }

    /** A clean visit, of which everything could be read. */
    public void learn(long portal, String url, Lesson lesson, Instant at) {
        if (lesson.isWhole()) {
            Baseline before = of(portal, url);
            pages.learn(page(portal, url), known -> known.learn(lesson.content(), at));
            portals.learn(whole(portal), known -> known.learn(lesson, before, at));
        }
    }

    /** Whether a visit now would make the page known: it is read in full, for its portal to learn from it. */
    public boolean knownAt(long portal, String url, Instant at) {
        return of(portal, url).knownAt(at);
    }

    /** A clean visit that brought the very bytes of the one before. */
    public void learnAgain(long portal, String url, Instant at) {
        pages.learn(page(portal, url), known -> known.learnAgain(at));
    }

    /** A reviewer called what this page says now normal. */
    public void accept(long portal, String url, PageContent content) {
        Baseline before = of(portal, url);
        pages.learn(page(portal, url), known -> known.accept(content, time.instant()));
        portals.learn(whole(portal), known -> known.accept(content, before));
        write(portal, url);
    }

    /** A reviewer called what this change brought to the page wrong. */
    public void reject(long portal, String url, PageContent content, Change change) {
        pages.learn(page(portal, url), known -> known.reject(content, change));
        portals.learn(whole(portal), known -> known.reject(content, change));
        write(portal, url);
    }

    private void write(long portal, String url) {
        pages.write(page(portal, url));
        portals.write(whole(portal));
    }

    /** Writes what was learned, when it is time. */
    public synchronized void tick() {
        Instant now = time.instant();
        if (!now.isBefore(written.plus(config.write()))) {
            written = now;
            write();
        }
    }

    /** Writes what was learned since it was written last. */
    @PreDestroy
    public void write() {
        pages.write();
        portals.write();
    }

    private static Shelf.Key page(long portal, String url) {
        return new Shelf.Key(portal, DigestUtils.sha256Hex(url));
    }

    private static Shelf.Key whole(long portal) {
        return new Shelf.Key(portal, WHOLE_PORTAL);
    }
}
