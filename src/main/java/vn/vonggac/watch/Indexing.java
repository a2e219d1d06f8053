package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Held;
import vn.vonggac.corpus.Version;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyChanges;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.Said;
import vn.vonggac.page.Saying;
import vn.vonggac.page.Sheets;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Url;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Sight;

/**
 * Makes an index follow the order in which copies changed, out of the database and the copies alone: what it comes to
 * is the same whether it followed all along, caught up after a kill or began at the beginning.
 */
@Singleton
final class Indexing {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int BATCH = 200;
    private static final int FOUND = 302;
    private static final int ANSWERED_WITH_ERROR = 400;

    private final CopyChanges changes;
    private final Copies copies;
    private final KeptSheets sheets;
    private final OnePath path;
    private final Portals portals;
    /** What each index was told of where portals are. */
    private final Map<Corpus, Map<Long, Long>> agencies = new WeakHashMap<>();

    Indexing(CopyChanges changes, Copies copies, KeptSheets sheets, OnePath path, Portals portals) {
        this.changes = changes;
        this.copies = copies;
        this.sheets = sheets;
        this.path = path;
        this.portals = portals;
    }

    /** How many runs an index has not followed yet. */
    long left(Corpus corpus) {
        return changes.count(corpus.sequence());
    }

    /** Takes in the next changes; whether there may be more. */
    synchronized boolean step(Corpus corpus) {
        move(corpus);
        long from = corpus.sequence();
        if (changes.last() < from) {
            LOG.warn("The index is ahead of the database, which is an older one: it begins again");
            corpus.beginAgain();
            from = 0;
        }
        CopyChanges.Stretch stretch = changes.after(from, BATCH);
        Map<String, Held> held = corpus.held(stretch.sayings().stream().map(Indexing::id).toList());
        Map<Long, Long> placed = Map.copyOf(agencies.getOrDefault(corpus, Map.of()));
        // reading pages again is what takes long, and no saying has to do with another
        stretch.sayings().parallelStream().forEach(
                saying -> take(corpus, placed, saying, Optional.ofNullable(held.get(id(saying)))));
        corpus.reachesTo(stretch.upTo(), changes.reach());
        return stretch.upTo() > from;
    }

    /** Follows to the end and puts it on disk. */
    void catchUp(Corpus corpus) {
        while (step(corpus)) {
            corpus.commit();
        }
    }

    /** A portal that went to another agency takes along what was read on it. */
    private void move(Corpus corpus) {
        Map<Long, Long> told = agencies.computeIfAbsent(corpus, index -> new HashMap<>());
        for (Portal portal : portals.all(Scope.EVERYTHING)) {
            Long before = told.put(portal.id(), portal.agencyId());
            if (before == null || before != portal.agencyId()) {
                corpus.moved(portal.id(), portal.agencyId());
            }
        }
    }

    /** The index is another one, which was not told yet where portals are. */
    synchronized void forget(Corpus corpus) {
        agencies.remove(corpus);
    }

    private static String id(Saying saying) {
        return Version.id(saying.portalId(), saying.url(), Long.toHexString(saying.canonical()));
    }

    private void take(Corpus corpus, Map<Long, Long> placed, Saying saying, Optional<Held> before) {
        String id = id(saying);
        Optional<Said> found = changes.said(saying);
        if (found.isEmpty()) {
            corpus.remove(id);
            return;
        }
        Said said = found.get();
        Optional<Held> held = before.filter(known -> known.source() == said.first().id()
                && known.verdict().equals(said.last().verdict()) && known.seenFrom().equals(said.from())
                && known.views().equals(List.copyOf(said.views())));
        if (held.isEmpty()) {
            version(said, placed.getOrDefault(saying.portalId(), 0L)).ifPresent(corpus::add);
        } else if (!held.get().seenTo().equals(said.to())
                || held.get().stillThere() != said.stillThere()) {
            corpus.seen(id, said.to(), said.stillThere());
        }
    }

    private Optional<Version> version(Said said, long agency) {
        PageCopy run = said.first();
        return sight(run, run.firstHash()).or(() -> sight(said.last(), said.last().lastHash()))
                .map(path::read)
                .map(content -> new Version(run.portalId(), agency, run.url(),
                        Long.toHexString(run.canonical()), said.views(), run.id(), said.from(),
                        said.to(), said.stillThere(), said.last().verdict(), content,
                        run.addedTo(content)));
    }

    private Optional<Sight> sight(PageCopy run, String hash) {
        return switch (copies.read(hash)) {
            case CopyRead.Whole(byte[] body) -> Optional
                    .of(sight(run, body, sheets.asOf(run.portalId(), run.firstSeen())));
            case CopyRead.Missing missing -> unread(run, "missing");
            case CopyRead.Damaged damaged -> unread(run, damaged.why());
        };
    }

    private static Optional<Sight> unread(PageCopy run, String why) {
        LOG.error("A copy of {} cannot be read and is not in the index: {}", Url.forLog(run.url()), why);
        return Optional.empty();
    }

    /** What a run of copies brought home, as a view saw it. */
    static Sight sight(PageCopy run, byte[] body, Sheets sheets) {
        List<String> hops = run.hops();
        String landed = hops.isEmpty() ? run.url() : hops.getLast();
        List<Trail.Hop> chain = new ArrayList<>();
        for (int i = 1; i < hops.size(); i++) {
            chain.add(new Trail.Hop(hops.get(i - 1), FOUND, Trail.Means.HTTP, hops.get(i)));
        }
        PageSource source = new PageSource(landed, body,
                Optional.of(run.contentType()).filter(type -> !type.isEmpty()), false, sheets);
        return new Sight(run.view(), Optional.of(new Trail(run.status(), landed, chain, List.of())), source,
                run.status() >= ANSWERED_WITH_ERROR);
    }
}
