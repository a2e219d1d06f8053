package vn.vonggac.corpus;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the hits of a hunt portal by portal, from the columns of the index alone. */
final class Tally extends SimpleCollector {

    private final Map<Long, Portal> portals = new HashMap<>();
    private NumericDocValues portal = DocValues.emptyNumeric();
    private NumericDocValues page = DocValues.emptyNumeric();
    private NumericDocValues from = DocValues.emptyNumeric();
    private NumericDocValues to = DocValues.emptyNumeric();
    private NumericDocValues there = DocValues.emptyNumeric();
    private NumericDocValues month = DocValues.emptyNumeric();
    private long versions;

    /** What is known of a portal so far; the pages by their keys, true while they still say it. */
    private static final class Portal {

        private final Map<Long, Boolean> pages = new HashMap<>();
        private final Map<YearMonth, Integer> months = new TreeMap<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        private void add(Portal other) {
            other.pages.forEach((key, still) -> pages.merge(key, still, Boolean::logicalOr));
            other.months.forEach((key, count) -> months.merge(key, count, Integer::sum));
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
        }

        private Hunted.OnPortal result(long id) {
            return new Hunted.OnPortal(id, pages.size(),
                    (int) pages.values().stream().filter(Boolean::booleanValue).count(),
                    Instant.ofEpochMilli(first), Instant.ofEpochMilli(last), months);
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        portal = DocValues.getNumeric(leaf.reader(), Facet.PORTAL.field());
        page = DocValues.getNumeric(leaf.reader(), Fields.PAGE_KEY);
        from = DocValues.getNumeric(leaf.reader(), Fields.SEEN_FROM_COLUMN);
        to = DocValues.getNumeric(leaf.reader(), Fields.SEEN_TO);
        there = DocValues.getNumeric(leaf.reader(), Fields.STILL_THERE);
        month = DocValues.getNumeric(leaf.reader(), Facet.MONTH.field());
    }

    @Override
    public void collect(int document) throws IOException {
        versions++;
        Portal found = portals.computeIfAbsent(value(portal, document), id -> new Portal());
        found.pages.merge(value(page, document), value(there, document) == 1, Boolean::logicalOr);
        found.first = Math.min(found.first, value(from, document));
        found.last = Math.max(found.last, value(to, document));
        int number = (int) value(month, document);
        found.months.merge(YearMonth.of(number / 100, Math.clamp(number % 100, 1, 12)), 1, Integer::sum);
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        return values.advanceExact(document) ? values.longValue() : 0;
    }

    /** One tally a slice of the index, added up in the end. */
    static final class Adding implements CollectorManager<Tally, Tally> {

        @Override
        public Tally newCollector() {
            return new Tally();
        }

        @Override
        public Tally reduce(Collection<Tally> parts) {
            Tally all = new Tally();
            for (Tally part : parts) {
                part.portals.forEach(
                        (id, portal) -> all.portals.computeIfAbsent(id, key -> new Portal()).add(portal));
                all.versions += part.versions;
            }
            return all;
        }
    }

    Hunted result(Optional<Instant> reach) {
        List<Hunted.OnPortal> rows = portals.entrySet().stream()
                .map(entry -> entry.getValue().result(entry.getKey()))
                .sorted(Comparator.comparing(Hunted.OnPortal::first)).toList();
        return new Hunted(rows, versions, reach);
    }
}
