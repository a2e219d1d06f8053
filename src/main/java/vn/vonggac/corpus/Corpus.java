package vn.vonggac.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in its folder, held for writing by one service. What was added is found at once by {@link #search};
 * it is on disk after {@link #commit}. A damaged one begins again, empty, and is filled by whoever follows
 * {@link #sequence}.
 */
public final class Corpus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Corpus.class);

    private final Path folder;
    private final CorpusConfig config;
    // written when the index itself is changed for another
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Index index;
    private volatile boolean doubted;

    private Corpus(Path folder, CorpusConfig config) throws IOException {
        this.folder = folder;
        this.config = config;
        this.index = opened(folder);
    }

    public static Corpus open(Path folder, CorpusConfig config) {
        try {
            return new Corpus(folder, config);
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus index in " + folder, e);
        }
    }

    private static Index opened(Path folder) throws IOException {
        try {
            return new Index(folder);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IndexFormatTooOldException e) {
            LOG.info("The index in {} is of an earlier product and is built again from what is kept", folder);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The index in {} cannot be used and is built again from what is kept", folder, e);
        }
        Index.remove(folder);
        return new Index(folder);
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
                Optional<Instant> reach = Index.reach(reader.getIndexCommit().getUserData());
                return asked.of(new Searching(reader, config, reach));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus index in " + folder, e);
        }
    }

    /** Takes a version in, instead of what it had of it. */
    public void add(Version version) {
        write(held -> held.writer().updateDocument(new Term(Fields.ID, version.id()),
                Fields.document(version, config.text())));
    }

    /** What the index has of these versions, by version: asked together, since what was added goes to disk for it. */
    public Map<String, Held> held(Collection<String> versions) {
        return now(searching -> searching.held(versions));
    }

    /** How many versions it holds, what is not on disk yet among them. */
    public long versions() {
        lock.readLock().lock();
        try {
            return index.writer().getDocStats().numDocs;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The version was seen until then, and is still there or no longer. */
    public void seen(String version, Instant to, boolean stillThere) {
        Field[] columns = Fields.seen(to, stillThere);
        write(held -> held.writer().updateDocValues(new Term(Fields.ID, version), columns));
    }

    public void remove(String version) {
        write(held -> held.writer().deleteDocuments(new Term(Fields.ID, version)));
    }

    /** A portal went to another agency; so does all that was read on it. */
    public void moved(long portal, long agency) {
        if (now(searching -> searching.isElsewhere(portal, agency))) {
            write(held -> held.writer().updateDocValues(new Term(Fields.PORTAL, Long.toString(portal)),
                    new NumericDocValuesField(Fields.AGENCY, agency)));
        }
    }

    /** Everything up to this change was taken in; everything since that moment is kept, where one is named. */
    public void reachesTo(long number, Optional<Instant> back) {
        write(held -> held.reachesTo(number, back));
    }

    /** The number of the last change that was taken in. */
    public long sequence() {
        lock.readLock().lock();
        try {
            return index.sequence();
        } finally {
            lock.readLock().unlock();
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
        return with(held -> {
            held.searchers().maybeRefreshBlocking();
            IndexSearcher searcher = held.searchers().acquire();
            try {
                return asked.of(new Searching((DirectoryReader) searcher.getIndexReader(), config,
                        held.reach()));
            } finally {
                held.searchers().release(searcher);
            }
        });
    }

    @FunctionalInterface
    private interface Written {
        void to(Index index) throws IOException;
    }

    private void write(Written written) {
        with(held -> {
            written.to(held);
            return held;
        });
    }

    @FunctionalInterface
    private interface Used<T> {
        T of(Index index) throws IOException;
    }

    private <T> T with(Used<T> used) {
        lock.readLock().lock();
        try {
            return used.of(index);
        } catch (IOException e) {
            doubted = true;
            throw new UncheckedIOException(e);
        } catch (InternalError e) {
            // a file that is mapped into memory was cut off
            doubted = true;
            throw new UncheckedIOException(new IOException("a file of the index cannot be read", e));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether reading or writing failed since the whole was read. */
    public boolean doubted() {
        return doubted || index.failed();
    }

    /** Puts what was added on disk, with how far it goes. */
    public void commit() {
        write(Index::commit);
    }

    /** The number of the last change that is on disk. */
    public long indexedUpTo() {
        return with(Index::committed);
    }

    /** Reads the whole index, opened again where writing failed; false when it was damaged, and has begun again. */
    public boolean checkWhole() {
        try {
            doubted = false;
            if (index.failed()) {
                exchange(() -> {
                });
            }
            write(Index::checkWhole);
            return true;
        } catch (UncheckedIOException e) {
            LOG.error("The index in {} is damaged and is built again from what is kept", folder, e);
            beginAgain();
            return false;
        }
    }

    /** Empty, and at the beginning. */
    public void beginAgain() {
        exchange(() -> Index.remove(folder));
    }

    /** Takes the place of this index by one that was built beside it, which is closed. */
    public void replaceBy(Corpus built) {
        built.close();
        exchange(() -> {
            Index.remove(folder);
            Files.delete(folder);
            Files.move(built.folder, folder);
        });
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void exchange(Step step) {
        lock.writeLock().lock();
        try {
            index.release();
            step.run();
            index = opened(folder);
            doubted = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** An empty one beside this one, to be built and put in its place. */
    public Corpus beside() {
        Path next = folder.resolveSibling(folder.getFileName() + ".new");
        try {
            Index.remove(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(next, config);
    }

    @Override
    public void close() {
        index.close();
    }
}
