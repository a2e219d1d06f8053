package vn.vonggac.corpus;

import java.io.IOException;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import vn.vonggac.signature.Analysis;
import vn.vonggac.signature.NotUnderstood;

/** One search over one state of the index. */
final class Searching {

    // private-use characters, taken out of the text before: no page can mark itself
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';
    private static final int PASSAGES = 2;
    private static final int AROUND = 160;

    private final DirectoryReader reader;
    private final CorpusConfig config;
    private final Optional<Instant> letGo;

    Searching(DirectoryReader reader, CorpusConfig config, Optional<Instant> letGo) {
        this.letGo = letGo;
        this.reader = reader;
        this.config = config;
    }

    Found find(Search search) throws IOException {
        Query wanted = parse(search.query());
        return within(search.query(), searcher -> {
            Query scoped = scoped(wanted, search);
            Counted counted = Counted.of(searcher, scoped, search.skip() + search.size(), config.most());
            int[] shown = Arrays.stream(counted.best().scoreDocs).skip(search.skip()).mapToInt(hit -> hit.doc)
                    .toArray();
            Map<Facet, List<Found.Count>> counts = Counting.of(searcher.getIndexReader(), counted.hits());
            return new Found(counted.total(), counted.more(), hits(searcher, wanted, shown), counts, reach());
        });
    }

    Hunted hunt(Search search) throws IOException {
        Query wanted = parse(search.query());
        return within(search.query(), searcher -> searcher.search(scoped(wanted, search), new Tally.Adding())
                .result(reach()));
    }

    /** Since when all there was can be found: what retention let go counts, else the first thing there is. */
    private Optional<Instant> reach() throws IOException {
        byte[] least = PointValues.getMinPackedValue(reader, Fields.SEEN_FROM);
        return least == null
                ? Optional.empty()
                : letGo.or(() -> Optional.of(Instant.ofEpochMilli(LongPoint.decodeDimension(least, 0))));
    }

    Map<String, Held> held(Collection<String> ids) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        Map<String, Held> held = new HashMap<>();
        for (String id : ids) {
            held(searcher, id).ifPresent(known -> held.put(id, known));
        }
        return held;
    }

    private static Optional<Held> held(IndexSearcher searcher, String id) throws IOException {
        TopDocs known = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
        if (known.scoreDocs.length == 0) {
            return Optional.empty();
        }
        int found = known.scoreDocs[0].doc;
        Document document = searcher.storedFields().document(found, Fields.SHOWN);
        return Optional.of(new Held(document.getField(Fields.SOURCE).numericValue().longValue(),
                views(document), document.get(Fields.VERDICT), moment(document),
                Instant.ofEpochMilli(number(searcher, found, Fields.SEEN_TO)),
                number(searcher, found, Fields.STILL_THERE) == 1));
    }

    /** Whether anything that was read on the portal stands under another agency. */
    boolean isElsewhere(long portal, long agency) throws IOException {
        return new IndexSearcher(reader).count(new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.PORTAL, Long.toString(portal))), Occur.FILTER)
                .add(NumericDocValuesField.newSlowExactQuery(Fields.AGENCY, agency), Occur.MUST_NOT)
                .build()) > 0;
    }

    private static List<String> views(Document document) {
        return List.of(document.get(Fields.VIEW).split("\n"));
    }

    private static Instant moment(Document document) {
        return Instant.ofEpochMilli(document.getField(Fields.SEEN_FROM).numericValue().longValue());
    }

    /** Pages that use the same rare words as this version, those first that say most nearly the same. */
    Found like(String id, Search search) throws IOException {
        return within(id, searcher -> {
            TopDocs known = searcher.search(scoped(new TermQuery(new Term(Fields.ID, id)), search), 1);
            return known.scoreDocs.length == 0
                    ? Found.NOTHING
                    : new Alike(reader, searcher, reach()).to(known.scoreDocs[0].doc,
                            query -> scoped(query, search), search);
        });
    }

    /** What is asked of a searcher, within the time that one search may take. */
    @FunctionalInterface
    private interface Asking<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T within(String query, Asking<T> asking) throws IOException {
        QueryTimeoutImpl patience = new QueryTimeoutImpl(config.patience().toMillis());
        IndexSearcher searcher = new IndexSearcher(ExitableDirectoryReader.wrap(reader, patience));
        searcher.setTimeout(patience);
        try {
            T answer = asking.of(searcher);
            if (searcher.timedOut()) {
                throw tooSlow(query, new TimeoutException(query));
            }
            return answer;
        } catch (ExitableDirectoryReader.ExitingReaderException e) {
            throw tooSlow(query, e);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new BadQuery(BadQuery.Reason.TOO_WIDE, -1, "the query stands for too many words: " + query,
                    e);
        }
    }

    private BadQuery tooSlow(String query, Throwable cause) {
        return new BadQuery(BadQuery.Reason.TOO_SLOW, -1,
                "the search took longer than " + config.patience().toSeconds() + " s: " + query, cause);
    }

    private static Query parse(String query) {
        try {
            return Columns.in(Analysis.parse(query, Columns.ALL));
        } catch (NotUnderstood e) {
            throw new BadQuery(BadQuery.Reason.SYNTAX, e.place(), String.valueOf(e.getMessage()), e);
        }
    }

    /** What the reader may see is part of the query, so that the count says no more than the hits. */
    private static Query scoped(Query wanted, Search search) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(wanted, Occur.MUST);
        search.agencies().ifPresent(agencies -> all.add(
                NumericDocValuesField.newSlowSetQuery(Fields.AGENCY,
                        agencies.stream().mapToLong(id -> id).toArray()),
                Occur.FILTER));
        search.narrowed().forEach((facet, value) -> all.add(Counting.only(facet, value), Occur.FILTER));
        search.since().ifPresent(since -> all.add(
                LongPoint.newRangeQuery(Fields.SEEN_FROM, since.toEpochMilli(), Long.MAX_VALUE),
                Occur.FILTER));
        if (search.stillThere()) {
            all.add(NumericDocValuesField.newSlowExactQuery(Fields.STILL_THERE, 1), Occur.FILTER);
        }
        return all.build();
    }

    private static List<Found.Hit> hits(IndexSearcher searcher, Query wanted, int[] shown)
            throws IOException {
        Map<Integer, Document> documents = new HashMap<>();
        StoredFields stored = searcher.storedFields();
        for (int id : shown) {
            documents.put(id, stored.document(id));
        }
        String[] snippets = snippets(searcher, wanted, documents, shown);
        List<Found.Hit> hits = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            hits.add(hit(searcher, shown[i], Objects.requireNonNull(documents.get(shown[i])), snippets[i],
                    Optional.empty()));
        }
        return hits;
    }

    private static String[] snippets(IndexSearcher searcher, Query wanted, Map<Integer, Document> documents,
            int[] shown) throws IOException {
        UnifiedHighlighter.Builder builder = UnifiedHighlighter.builder(searcher, Fields.analyzer())
                .withFieldMatcher(field -> true).withWeightMatches(false)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
                .withFormatter(new DefaultPassageFormatter(String.valueOf(OPEN), String.valueOf(CLOSE), " … ",
                        false));
        return new ReadBefore(builder, documents)
                .highlightFields(new String[]{Analysis.WORDS}, wanted, shown, new int[]{PASSAGES})
                .getOrDefault(Analysis.WORDS, new String[shown.length]);
    }

    /** Shows documents that were read already: reading one unpacks its whole text. */
    private static final class ReadBefore extends UnifiedHighlighter {

        private final Map<Integer, Document> documents;

        ReadBefore(Builder builder, Map<Integer, Document> documents) {
            super(builder);
            this.documents = documents;
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator ids, int threshold)
                throws IOException {
            List<CharSequence[]> texts = new ArrayList<>();
            for (int id = ids.nextDoc(); id != DocIdSetIterator.NO_MORE_DOCS; id = ids.nextDoc()) {
                Document document = Objects.requireNonNull(documents.get(id));
                texts.add(
                        Arrays.stream(fields).map(field -> document.get(field)).toArray(CharSequence[]::new));
            }
            return texts;
        }
    }

    static Found.Hit hit(IndexSearcher searcher, int id, Document document, String snippet,
            Optional<Double> likeness) throws IOException {
        return new Found.Hit(document.get(Fields.SHOWN_ID), Long.parseLong(document.get(Fields.PORTAL)),
                document.get(Fields.SHOWN_URL),
                views(document), document.get(Fields.SHOWN_TITLE),
                moment(document), Instant.ofEpochMilli(number(searcher, id, Fields.SEEN_TO)),
                number(searcher, id, Fields.STILL_THERE) == 1, document.get(Fields.VERDICT), pieces(snippet),
                likeness);
    }

    static long number(IndexSearcher searcher, int id, String field) throws IOException {
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
