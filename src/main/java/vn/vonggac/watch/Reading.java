package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Version;
import vn.vonggac.detect.Seen;
import vn.vonggac.visit.Visitor.Visit;

/**
 * Hands what was read to the index. A page is marked as indexed only after the index is on disk: after a kill the
 * next look gives it again.
 */
@Singleton
final class Reading {

    private final Corpus corpus;
    private final Frontier frontier;
    private final Map<Long, String> given = new ConcurrentHashMap<>();

    Reading(Corpus corpus, Frontier frontier) {
        this.corpus = corpus;
        this.frontier = frontier;
    }

    void take(Watched portal, FrontierPage page, Visit visit, Instant at) {
        String hash = page.contentHash();
        if (visit.unreachable() || hash.isEmpty() || hash.equals(page.indexedHash())
                || hash.equals(given.get(page.id()))) {
            return;
        }
        Set<String> hashes = new HashSet<>();
        for (Seen seen : visit.judgement().observation().views()) {
            String said = ContentHash.of(seen.content());
            if (hashes.add(said)) {
                corpus.add(new Version(portal.id(), portal.agency(), page.url(), seen.view(), said, at,
                        page.verdict(), seen.content(), seen.change()), 0);
            }
        }
        given.put(page.id(), hash);
    }

    /** Puts what was given on disk and says so. */
    void commit() {
        if (!given.isEmpty()) {
            Map<Long, String> now = Map.copyOf(given);
            corpus.commit();
            now.forEach((page, hash) -> {
                frontier.indexed(page, hash);
                given.remove(page, hash);
            });
        }
    }
}
