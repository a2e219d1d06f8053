package vn.vonggac.signature;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The operator's folder of signatures: a draft is tried on its examples and written there, one file each. */
@Singleton
public final class OwnSignatures {

    private static final Pattern ID = Pattern.compile("(?!misses$)[a-z0-9][a-z0-9-]{2,60}");

    private static final String MISSES = "misses.yml";

    private final Path folder;
    private final Signatures signatures;

    OwnSignatures(SignatureConfig config, Signatures signatures) {
        this.folder = Path.of(config.folder());
        this.signatures = signatures;
    }

    /** What is wrong with a draft: a line each, none where it holds. */
    public List<String> problems(SignatureDraft draft) {
        if (!ID.matcher(draft.id()).matches()) {
            return List.of("id: " + ID);
        }
        if (signatures.all().stream().anyMatch(known -> known.id().equals(draft.id()))) {
            return List.of("id: " + draft.id());
        }
        try (Signatures alone = Signatures.of(SignatureFile.read(file(draft).toString(), draft.yaml()))) {
            return alone.test().failures();
        } catch (BadSignature e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** In force within seconds. */
    public void save(SignatureDraft draft) {
        write(file(draft), draft.yaml());
    }

    /** What is said to be no hit, beside what was said before; in force within seconds. */
    public synchronized void add(List<Miss> said) {
        Set<Miss> all = new LinkedHashSet<>(said());
        said.forEach(miss -> all.add(unplaced(miss)));
        say(all);
    }

    /** Says no longer that this is no hit; false where nobody said it. In force within seconds. */
    public synchronized boolean takeBack(Miss said) {
        Set<Miss> all = new LinkedHashSet<>(said());
        if (!all.remove(unplaced(said))) {
            return false;
        }
        say(all);
        return true;
    }

    /** What was said to be no hit, in the order in which it was said. */
    public List<Miss> said() {
        Path file = folder.resolve(MISSES);
        return Files.exists(file)
                ? SignatureFile.misses(file.toString(), text(file)).stream().map(OwnSignatures::unplaced)
                        .toList()
                : List.of();
    }

    /** Whether what is in force was said so, and not written into a file of its own by an operator. */
    public boolean wrote(Miss miss) {
        return miss.source().startsWith(folder.resolve(MISSES) + ":");
    }

    private void say(Set<Miss> all) {
        write(folder.resolve(MISSES), SignatureFile.yaml(List.copyOf(all)));
    }

    private static Miss unplaced(Miss miss) {
        return new Miss(miss.signature(), miss.words(), "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String yaml) {
        try {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(file.getFileName() + ".new");
            Files.writeString(unfinished, yaml);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(SignatureDraft draft) {
        return folder.resolve(draft.id() + ".yml");
    }
}
