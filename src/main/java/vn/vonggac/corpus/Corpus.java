package vn.vonggac.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * The index in its folder, held for writing by one service. What was added is found at once by {@link #search};
 * it is on disk after {@link #commit}.
 */
public final class Corpus implements AutoCloseable {

    private static final String SEQUENCE = "sequence";

    private final CorpusConfig config;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long sequence;

    private Corpus(Path folder, CorpusConfig config) throws IOException {
        this.config = config;
        Files.createDirectories(folder);
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(Fields.analyzer()));
        searchers = new SearcherManager(writer, null);
        sequence = committed();
    }

    public static Corpus open(Path folder, CorpusConfig config) {
        try {
            return new Corpus(folder, config);
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus index in " + folder, e);
        }
    }

    /** Searches a folder without holding it: a service may be writing there. */
    public static Found search(Path folder, CorpusConfig config, Search search) {
        return reading(folder, config, searching -> searching.find(search), Found.NOTHING);
    }

    /** The same for a hunt. */
    public static Hunted hunt(Path folder, CorpusConfig config, Search search) {
        return reading(folder, config, searching -> searching.hunt(search), Hunted.NOTHING);
    }

    private static <T> T reading(Path folder, CorpusConfig config, Asked<T> asked, T nothing) {
        try (FSDirectory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return nothing;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return asked.of(new Searching(reader, config));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus index in " + folder, e);
        }
    }

    /**
     * Takes a version in. {@code number} is its place in the order of writing: after a kill whatever is above
     * {@link #indexedUpTo} is given again, and given twice it is still one version.
     */
    public synchronized void add(Version version, long number) {
        mark(new Term(Fields.PAGE, version.page()), Fields.STILL_THERE, 0);
        try {
            writer.updateDocument(new Term(Fields.ID, version.id()), Fields.document(version, config.text()));
            sequence = Math.max(sequence, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that is gone: what it said is kept as what it said until then. */
    public synchronized void gone(long portal, String view, String url) {
        mark(new Term(Fields.PAGE, portal + "\n" + view + "\n" + url), Fields.STILL_THERE, 0);
    }

    /** What a page said under a view between two moments can no longer be found. */
    public synchronized void forget(long portal, String view, String url, Instant from, Instant to) {
        try {
            writer.deleteDocuments(new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.PAGE, portal + "\n" + view + "\n" + url)),
                            Occur.FILTER)
                    .add(LongPoint.newRangeQuery(Fields.SEEN_FROM, from.toEpochMilli(), to.toEpochMilli()),
                            Occur.FILTER)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same version was seen again. */
    public synchronized void seenAgain(Version version) {
        Term term = new Term(Fields.ID, version.id());
        mark(term, Fields.SEEN_TO, version.seenAt().toEpochMilli());
        mark(term, Fields.STILL_THERE, 1);
    }

    /** A portal went to another agency; so did all that was read on it. */
    public synchronized void moved(long portal, long agency) {
        mark(new Term(Fields.PORTAL, Long.toString(portal)), Fields.AGENCY, agency);
    }

    private void mark(Term term, String field, long value) {
        try {
            // an index that never held the field refuses to change it
            if (writer.getFieldNames().contains(field)) {
                writer.updateNumericDocValue(term, field, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Found search(Search search) {
        return now(searching -> searching.find(search));
    }

    /** Who ever said it, portal by portal. */
    public Hunted hunt(Search search) {
        return now(searching -> searching.hunt(search));
    }

    /** Pages like this version, of those that the search lets through; its query is not asked. */
    public Found like(String version, Search search) {
        return now(searching -> searching.like(version, search));
    }

    @FunctionalInterface
    private interface Asked<T> {
        T of(Searching searching) throws IOException;
    }

    private <T> T now(Asked<T> asked) {
        try {
            searchers.maybeRefreshBlocking();
            var searcher = searchers.acquire();
            try {
                return asked.of(new Searching((DirectoryReader) searcher.getIndexReader(), config));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts what was added on disk, with how far it goes. */
    public synchronized void commit() {
        try {
            writer.setLiveCommitData(Map.of(SEQUENCE, Long.toString(sequence)).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the last version that is on disk. */
    public long indexedUpTo() {
        try {
            return committed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long committed() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String number = reader.getIndexCommit().getUserData().get(SEQUENCE);
            return number == null ? 0 : Long.parseLong(number);
        }
    }

    /** The earliest moment the index reaches back to. */
    static Optional<Instant> reach(DirectoryReader reader) throws IOException {
        byte[] least = PointValues.getMinPackedValue(reader, Fields.SEEN_FROM);
        return least == null
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(
                        LongPoint.decodeDimension(least, 0)));
    }

    @Override
    public void close() {
        try {
            commit();
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
