package vn.vonggac.page;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The order in which runs of copies changed, by numbers that become visible one after another: whoever has followed it
 * up to a number has seen everything up to there, and goes on from it after a kill.
 */
@Singleton
public class CopyChanges {

    private final CopyChangeRows rows;
    private final CopyRows copies;

    CopyChanges(CopyChangeRows rows, CopyRows copies) {
        this.rows = rows;
        this.copies = copies;
    }

    /** What changed after one number, up to and with another. */
    public record Stretch(Set<Saying> sayings, long upTo) {}

    /**
     * Gives what was kept its number, where the index has to look at it again. The last thing in a transaction: no
     * other that does so goes on before it ends.
     */
    @Transactional
    public void number(Collection<PageCopy> kept) {
        List<PageCopy> news = kept.stream().filter(run -> run.number() == 0).toList();
        if (!news.isEmpty()) {
            long next = take(news.size());
            for (PageCopy run : news) {
                rows.number(run.id(), next++);
            }
        }
    }

    /** The first of so many numbers. */
    private long take(int many) {
        if (rows.take(many) == 0) {
            rows.begin();
            rows.take(many);
        }
        return last() - many + 1;
    }

    @Transactional
    void letGo(PageCopy run, boolean old) {
        copies.deleteById(run.id());
        rows.save(new LetGo(take(1), run.portalId(), run.url(), run.urlHash(), run.canonical()));
        if (old) {
            rows.letGoOf(run.lastSeen());
        }
    }

    /** The number of the last change. */
    public long last() {
        return rows.last().orElse(0L);
    }

    /** How many runs have a number after this one. */
    public long count(long after) {
        return rows.count(after);
    }

    /** Since when everything is kept; empty when nothing was let go yet. */
    public Optional<Instant> reach() {
        return Optional.ofNullable(rows.reach());
    }

    /** What may say something else than before: of each run that changed what it says, and what stood there before. */
    public Stretch after(long number, int size) {
        long last = last();
        List<PageCopy> changed = rows.changed(number, last, size);
        long upTo = changed.size() < size ? last : changed.getLast().number();
        Set<Saying> sayings = new LinkedHashSet<>();
        for (PageCopy run : changed) {
            rows.before(run.portalId(), run.urlHash(), run.view(), run.id()).map(Saying::of)
                    .ifPresent(sayings::add);
            sayings.add(Saying.of(run));
        }
        rows.gone(number, upTo).forEach(
                gone -> sayings
                        .add(new Saying(gone.portalId(), gone.url(), gone.urlHash(), gone.canonical())));
        return new Stretch(sayings, upTo);
    }

    /** The index has followed up to here. */
    public void followed(long upTo) {
        rows.forget(upTo);
    }

    /** When and where it was said; empty when nothing that is kept says it. */
    public Optional<Said> said(Saying saying) {
        List<CopyChangeRows.Under> views = rows.under(saying.portalId(), saying.urlHash(),
                saying.canonical());
        if (views.isEmpty()) {
            return Optional.empty();
        }
        long first = views.stream().mapToLong(CopyChangeRows.Under::firstId).min().orElseThrow();
        long last = views.stream().mapToLong(CopyChangeRows.Under::lastId).max().orElseThrow();
        boolean there = copies.newest(saying.portalId(), saying.urlHash()).stream()
                .anyMatch(run -> run.canonical() == saying.canonical() && run.isPage());
        return copies.findById(first).flatMap(begun -> copies.findById(last).map(ended -> new Said(begun,
                ended,
                views.stream().map(CopyChangeRows.Under::view)
                        .collect(Collectors.toCollection(TreeSet::new)),
                views.stream().map(CopyChangeRows.Under::firstSeen).min(Comparator.naturalOrder())
                        .orElseThrow(),
                views.stream().map(CopyChangeRows.Under::lastSeen).max(Comparator.naturalOrder())
                        .orElseThrow(),
                there)));
    }

    /** What a page said under a view at a moment. */
    public Optional<PageCopy> asOf(long portalId, String url, String view, Instant moment) {
        return rows.asOf(portalId, Copies.urlHash(url), view, moment);
    }
}
