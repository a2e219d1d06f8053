package vn.vonggac.corpus;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import vn.vonggac.signature.Analysis;

/** Finds pages like a page: those that share its rare words, in the order of how alike all of their text is. */
final class Alike {

    private static final int CANDIDATES = 400;
    private static final int WORDS = 40;
    private static final double LEAST = 0.6;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Optional<Instant> reach;

    Alike(DirectoryReader reader, IndexSearcher searcher, Optional<Instant> reach) {
        this.reach = reach;
        this.reader = reader;
        this.searcher = searcher;
    }

    Found to(int document, UnaryOperator<Query> scoped, Search search) throws IOException {
        long bits = Searching.number(searcher, document, Fields.SIMHASH);
        String page = searcher.storedFields().document(document, Fields.SHOWN).get(Fields.SHOWN_ID);
        Query others = new BooleanQuery.Builder().add(query(document), Occur.MUST)
                .add(new TermQuery(new Term(Fields.ID, page)), Occur.MUST_NOT).build();
        List<Found.Hit> hits = new ArrayList<>();
        for (ScoreDoc candidate : searcher.search(scoped.apply(others), CANDIDATES).scoreDocs) {
            double likeness = Simhash.likeness(bits,
                    Searching.number(searcher, candidate.doc, Fields.SIMHASH));
            if (likeness >= LEAST) {
                hits.add(Searching.hit(searcher, candidate.doc,
                        searcher.storedFields().document(candidate.doc, Fields.SHOWN), "",
                        Optional.of(likeness)));
            }
        }
        hits.sort(Comparator.comparing(hit -> -hit.likeness().orElseThrow()));
        return new Found(hits.size(), false, hits.stream().skip(search.skip()).limit(search.size()).toList(),
                Map.of(), reach);
    }

    private Query query(int document) throws IOException {
        MoreLikeThis more = new MoreLikeThis(reader);
        more.setAnalyzer(Fields.analyzer());
        more.setFieldNames(new String[]{Analysis.WORDS});
        more.setMinTermFreq(1);
        more.setMinDocFreq(2);
        more.setMaxQueryTerms(WORDS);
        return more.like(document);
    }
}
