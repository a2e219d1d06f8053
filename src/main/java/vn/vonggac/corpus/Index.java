package vn.vonggac.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;

/** The index in its folder, opened for writing, and how far it has come. */
final class Index implements AutoCloseable {

    private static final String SEQUENCE = "sequence";
    private static final String REACH = "reach";
    private static final String FORMAT = "format";
    /** Raised when documents are made otherwise: an older index is built again. */
    private static final String THIS_FORMAT = "3";

    /** A search that stops after so many hits has seen the newest. */
    private static final Comparator<LeafReader> NEWEST_FIRST = Comparator.comparingLong(Index::newest)
            .reversed();

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long sequence;
    private volatile Optional<Instant> reach;

    Index(Path folder) throws IOException {
        Files.createDirectories(folder);
        directory = FSDirectory.open(folder);
        try {
            Map<String, String> known = known(directory);
            writer = new IndexWriter(directory,
                    new IndexWriterConfig(Fields.analyzer()).setLeafSorter(NEWEST_FIRST));
            searchers = searchers(writer);
            sequence = Long.parseLong(known.getOrDefault(SEQUENCE, "0"));
            reach = reach(known);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static long newest(LeafReader leaf) {
        try {
            byte[] most = PointValues.getMaxPackedValue(leaf, Fields.SEEN_FROM);
            return most == null ? Long.MIN_VALUE : LongPoint.decodeDimension(most, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SearcherManager searchers(IndexWriter writer) throws IOException {
        try {
            return new SearcherManager(writer, null);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static Map<String, String> known(FSDirectory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Map.of();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> known = reader.getIndexCommit().getUserData();
            if (!THIS_FORMAT.equals(known.get(FORMAT))) {
                throw new IndexFormatTooOldException(directory.toString(), "documents of another format");
            }
            return known;
        }
    }

    static Optional<Instant> reach(Map<String, String> known) {
        return Optional.ofNullable(known.get(REACH)).map(Instant::parse);
    }

    /** Removes every file of an index that is not worth anything. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    long sequence() {
        return sequence;
    }

    Optional<Instant> reach() {
        return reach;
    }

    void reachesTo(long number, Optional<Instant> back) {
        sequence = number;
        reach = back;
    }

    void commit() throws IOException {
        mark(writer, sequence, reach);
    }

    /** Puts on disk what was written, with how far it goes. */
    static void mark(IndexWriter writer, long sequence, Optional<Instant> reach) throws IOException {
        Map<String, String> data = new HashMap<>(
                Map.of(SEQUENCE, Long.toString(sequence), FORMAT, THIS_FORMAT));
        reach.ifPresent(back -> data.put(REACH, back.toString()));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    long committed() throws IOException {
        return Long.parseLong(known(directory).getOrDefault(SEQUENCE, "0"));
    }

    /** Whether a failure closed it: nothing more can be read or written. */
    boolean failed() {
        return writer.getTragicException() != null;
    }

    /** Reads every file to its end; opening looks at their beginnings and ends only. */
    void checkWhole() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    /** Puts everything on disk. */
    @Override
    public void close() {
        try {
            if (writer.isOpen()) {
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            release();
        }
    }

    /** Lets go of the folder with what was put on disk before. */
    void release() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
