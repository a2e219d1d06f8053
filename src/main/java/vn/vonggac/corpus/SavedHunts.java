package vn.vonggac.corpus;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.portal.Scope;

/**
 * Queries that people watch. They run over everything that was first seen since they were saved; who may see what they
 * find is asked when it is shown.
 */
@Singleton
public class SavedHunts {

    private static final Logger LOG = LoggerFactory.getLogger(SavedHunts.class);
    /** What was seen shortly before a run may have come into the index after it. */
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;
    private static final int MOST_SHOWN = 200;
    private static final int MOST = 50;
    private static final int LONGEST_QUOTE = 500;
    private static final int LONGEST_TITLE = 300;

    private final SavedHuntRows rows;
    private final Corpus corpus;
    private final InstantSource time;

    SavedHunts(SavedHuntRows rows, Corpus corpus, InstantSource time) {
        this.rows = rows;
        this.corpus = corpus;
        this.time = time;
    }

    /**
     * Begins to watch a query; empty where there are too many.
     *
     * @throws BadQuery where it cannot be run
     */
    public Optional<SavedHunt> save(String author, String query) {
        corpus.search(Search.everywhere(query).page(1, 0));
        Optional<SavedHunt> known = rows.findByAuthorAndQuery(author, query);
        if (known.isPresent() || of(author).size() >= MOST) {
            return known;
        }
        Instant now = time.instant();
        return Optional.of(rows.save(new SavedHunt(0, author, query, now, now)));
    }

    /** Somebody's own, the newest first. */
    public List<SavedHunt> of(String author) {
        return rows.findByAuthorOrderByIdDesc(author);
    }

    public boolean remove(String author, long id) {
        return rows.remove(id, author) > 0;
    }

    /** Another word once a hunt found something. */
    public String mark() {
        return String.valueOf(rows.newestHit());
    }

    /** What somebody's hunts found on the portals they may see, the newest first. */
    public List<HuntHit> hits(String author, Scope scope) {
        List<Long> own = of(author).stream().map(SavedHunt::id).toList();
        return own.isEmpty() ? List.of() : rows.hits(own, scope.everything(), scope.ids(), MOST_SHOWN);
    }

    /** Runs those that have rested, over what came since. */
    public void run() {
        Instant now = time.instant();
        rows.findAll().stream().filter(hunt -> !now.isBefore(hunt.ranAt().plus(REST)))
                .forEach(hunt -> run(hunt, now));
    }

    private void run(SavedHunt hunt, Instant now) {
        Instant overlapping = hunt.ranAt().minus(OVERLAP);
        Search search = Search.everywhere(hunt.query())
                .since(overlapping.isBefore(hunt.begunAt()) ? hunt.begunAt() : overlapping);
        try {
            Found found = corpus.search(search.page(AT_ONCE, 0));
            found.hits().forEach(hit -> add(hunt, hit));
            for (int skip = AT_ONCE; skip < found.total() && skip < 10 * AT_ONCE; skip += AT_ONCE) {
                corpus.search(search.page(AT_ONCE, skip)).hits().forEach(hit -> add(hunt, hit));
            }
        } catch (BadQuery e) {
            LOG.warn("A saved hunt cannot be run: {}", e.getMessage());
        }
        rows.ran(hunt.id(), now);
    }

    private void add(SavedHunt hunt, Found.Hit hit) {
        rows.add(hunt.id(), hit.portal(), hit.url(), DigestUtils.sha256Hex(hit.url()),
                cut(hit.title(), LONGEST_TITLE),
                cut(hit.text(), LONGEST_QUOTE), hit.seenFrom());
    }

    private static String cut(String text, int longest) {
        String clean = text.replace("\0", "");
        return clean.length() > longest ? clean.substring(0, longest - 1) + "…" : clean;
    }
}
