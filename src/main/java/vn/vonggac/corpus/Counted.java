package vn.vonggac.corpus;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * The best hits and all hits of a search for counting, up to a bound. The index has its newest parts first: what is
 * beyond the bound is old, and a word that stands on every page costs no more than one that stands on some.
 */
record Counted(TopDocs best, FacetsCollector hits, long total, boolean more) {

    static Counted of(IndexSearcher searcher, Query query, int best, int most) throws IOException {
        return searcher.search(query, new Bounding(best, most));
    }

    /** Without threads of its own a searcher has one collector. */
    private record Bounding(int best, int most) implements CollectorManager<Bounded, Counted> {

        @Override
        public Bounded newCollector() {
            return new Bounded(
                    new TopScoreDocCollectorManager(Math.clamp(best, 1, most), Integer.MAX_VALUE)
                            .newCollector(),
                    new FacetsCollector(), most);
        }

        @Override
        public Counted reduce(Collection<Bounded> collectors) {
            Bounded all = collectors.iterator().next();
            return new Counted(all.best.topDocs(), all.hits, Math.min(all.counted, all.most),
                    all.counted > all.most);
        }
    }

    private static final class Bounded extends FilterCollector {

        private final TopScoreDocCollector best;
        private final FacetsCollector hits;
        private final int most;
        private int counted;

        Bounded(TopScoreDocCollector best, FacetsCollector hits, int most) {
            super(MultiCollector.wrap(new Collector[]{best, hits}));
            this.best = best;
            this.hits = hits;
            this.most = most;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            if (counted > most) {
                throw new CollectionTerminatedException();
            }
            return new FilterLeafCollector(super.getLeafCollector(leaf)) {
                @Override
                public void collect(int document) throws IOException {
                    if (counted++ >= most) {
                        throw new CollectionTerminatedException();
                    }
                    super.collect(document);
                }
            };
        }
    }
}
