package vn.vonggac.corpus;

import java.io.IOException;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import vn.vonggac.signature.Analysis;

/** One search over one state of the index. */
final class Searching {

    // private-use characters, taken out of the text before: no page can mark itself
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final int PASSAGES = 2;
    private static final int AROUND = 160;

    private final DirectoryReader reader;
    private final CorpusConfig config;

    Searching(DirectoryReader reader, CorpusConfig config) {
        this.reader = reader;
        this.config = config;
    }

    Found find(Search search) throws IOException {
        Query wanted = parse(search.query());
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setTimeout(new QueryTimeoutImpl(config.patience().toMillis()));
        Query scoped = scoped(wanted, search);
        TopDocs top = searcher.search(scoped, search.skip() + search.size());
        if (searcher.timedOut()) {
            throw new BadQuery(
                    "the search took longer than " + config.patience().toSeconds() + " s: say more");
        }
        String[] snippets = snippets(searcher, wanted, top);
        List<Found.Hit> hits = new ArrayList<>();
        for (int i = search.skip(); i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher, top.scoreDocs[i].doc, snippets[i]));
        }
        return new Found(searcher.count(scoped), hits, Corpus.reach(reader));
    }

    private static Query parse(String query) {
        try {
            return Analysis.parse(query);
        } catch (IllegalArgumentException e) {
            throw new BadQuery(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the reader may see is part of the query, so that the count says no more than the hits. */
    private static Query scoped(Query wanted, Search search) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(wanted, Occur.MUST);
        search.agencies().ifPresent(agencies -> all.add(
                NumericDocValuesField.newSlowSetQuery(Fields.AGENCY,
                        agencies.stream().mapToLong(id -> id).toArray()),
                Occur.FILTER));
        search.portal().ifPresent(portal -> all.add(
                new TermQuery(new Term(Fields.PORTAL, Long.toString(portal))), Occur.FILTER));
        search.since().ifPresent(since -> all.add(
                LongPoint.newRangeQuery(Fields.SEEN_FROM, since.toEpochMilli(), Long.MAX_VALUE),
                Occur.FILTER));
        if (search.stillThere()) {
            all.add(NumericDocValuesField.newSlowExactQuery(Fields.STILL_THERE, 1), Occur.FILTER);
        }
        return all.build();
    }

    private static String[] snippets(IndexSearcher searcher, Query wanted, TopDocs top) throws IOException {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, Fields.analyzer())
                .withFieldMatcher(field -> true).withWeightMatches(false)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withFormatter(new DefaultPassageFormatter(String.valueOf(OPEN), String.valueOf(CLOSE), " … ",
                        false))
                .build();
        return highlighter.highlight(Analysis.WORDS, wanted, top, PASSAGES);
    }

    private static Found.Hit hit(IndexSearcher searcher, int id, String snippet) throws IOException {
        Document document = searcher.storedFields().document(id);
        return new Found.Hit(Long.parseLong(document.get(Fields.PORTAL)), document.get(Fields.SHOWN_URL),
                document.get(Fields.VIEW), document.get(Fields.SHOWN_TITLE),
                Instant.ofEpochMilli(document.getField(Fields.SEEN_FROM).numericValue().longValue()),
                Instant.ofEpochMilli(number(searcher, id, Fields.SEEN_TO)),
                number(searcher, id, Fields.STILL_THERE) == 1, document.get(Fields.VERDICT), pieces(snippet));
    }

    private static long number(IndexSearcher searcher, int id, String field) throws IOException {
        LeafReaderContext leaf = searcher.getIndexReader().leaves()
                .get(ReaderUtil.subIndex(id, searcher.getIndexReader().leaves()));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        return values.advanceExact(id - leaf.docBase) ? values.longValue() : 0;
    }

    /** The snippet cut at its marks, and to a length that fits a line or two. */
    static List<Found.Piece> pieces(String snippet) {
        List<Found.Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < snippet.length(); at++) {
            char letter = snippet.charAt(at);
            if (letter == OPEN || letter == CLOSE) {
                add(pieces, snippet.substring(from, at), letter == CLOSE);
                from = at + 1;
            }
        }
        add(pieces, snippet.substring(from), false);
        return pieces;
    }

    private static void add(List<Found.Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Found.Piece(marked ? text : shortened(text, pieces.isEmpty()), marked));
        }
    }

    /** Before the first match its end matters, after it its beginning. */
    private static String shortened(String text, boolean first) {
        if (text.length() <= AROUND) {
            return text;
        }
        return first ? "… " + text.substring(text.length() - AROUND) : text.substring(0, AROUND) + " …";
    }
}
