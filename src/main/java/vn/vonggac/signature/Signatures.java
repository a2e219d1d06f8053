package vn.vonggac.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import vn.vonggac.feed.OperatorFolder;
import vn.vonggac.page.Change;
import vn.vonggac.page.PageContent;

/** The set of signatures in force, matched against one page at a time; many threads may match at once. */
public final class Signatures implements AutoCloseable {

    private static final String FOLDER = "/signatures/";

    /** Held while matching, so that a replaced set is put away only when nobody uses it any more. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Rules rules;
    private volatile String refused = "";

    private Signatures(List<Signature> signatures, List<Miss> misses) {
        rules = new Rules(signatures, misses);
    }

    /** Those that come with the product. */
    public static Signatures shipped() {
        return new Signatures(readShipped(), List.of());
    }

    /** Those that come with the product and those of an operator's folder, where there is one. */
    public static Signatures shippedAnd(Path folder) {
        OperatorFolder own = new OperatorFolder(folder);
        return new Signatures(shippedAnd(own), readMisses(own));
    }

    /** Only those of a folder. */
    public static Signatures of(Path folder) {
        OperatorFolder own = new OperatorFolder(folder);
        return new Signatures(readFolder(own), readMisses(own));
    }

    /** Every hit on the page, and on what is new on it where a change is known. */
    public List<Hit> match(PageContent content, Optional<Change> change) {
        lock.readLock().lock();
        try {
            return rules.match(content, change);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The sentences of a page that would have to be misses, so that nothing matched for these topics. */
    public List<Miss> examples(PageContent content, Set<Topic> topics) {
        lock.readLock().lock();
        try {
            return rules.examples(content, topics);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What people said is no hit. */
    public List<Miss> misses() {
        return rules.misses();
    }

    /** Those that failed on some page since they came into force: what they would say is unknown. */
    public Set<String> broken() {
        return rules.broken();
    }

    /** Why the folder is not in force as it now is, with file and line; empty where it is. */
    public String refused() {
        return refused;
    }

    void refuse(String why) {
        refused = why;
    }

    /** Changes whenever any signature does. */
    public String version() {
        return rules.version();
    }

    public int count() {
        return rules.all().size();
    }

    public List<Signature> all() {
        return List.copyOf(rules.all());
    }

    /** Every signature against its own examples. */
    public Trial test() {
        return Trial.of(rules.all(), rules);
    }

    static Signatures of(List<Signature> signatures) {
        return new Signatures(signatures, List.of());
    }

    /** Puts another set in force; the old one stays when the new one is bad. */
    void replace(List<Signature> signatures, List<Miss> misses) {
        Rules before = rules;
        rules = new Rules(signatures, misses);
        refused = "";
        lock.writeLock().lock();
        try {
            before.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        rules.close();
    }

    static List<Signature> readShipped() {
        List<Signature> all = new ArrayList<>();
        for (String file : resource(FOLDER + "index.txt").lines().toList()) {
            all.addAll(SignatureFile.read("signatures/" + file, resource(FOLDER + file)));
        }
        return all;
    }

    static String resource(String name) {
        try (InputStream in = Signatures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the product: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Signature> shippedAnd(OperatorFolder folder) {
        List<Signature> all = new ArrayList<>(readShipped());
        all.addAll(readFolder(folder));
        return all;
    }

    private static List<Signature> readFolder(OperatorFolder folder) {
        return read(folder, SignatureFile::read);
    }

    static List<Miss> readMisses(OperatorFolder folder) {
        return read(folder, SignatureFile::misses);
    }

    private static <T> List<T> read(OperatorFolder folder, BiFunction<String, String, List<T>> reading) {
        return folder.files().stream().flatMap(file -> reading.apply(file.toString(), text(file)).stream())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadSignature(file.toString(), 1, "cannot be read: " + e.getMessage());
        }
    }
}
