package vn.vonggac.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a backup: {@code backup.properties}, {@code database.zip}, {@code copies}, {@code data}, {@code config}. */
final class BackupFolder {

    private static final String MARK = "backup.properties";
    private static final String FORMAT = "1";
    /** What of the data folder is made again, belongs to a process or is written apart. */
    private static final Set<String> LEFT_OUT = Set.of("lock", Door.FILE, "corpus", "corpus.new");
    private static final Set<String> LEFT_OUT_ENDINGS = Set.of(".mv.db", ".trace.db", ".new");

    private final Path folder;
    private final Path target;

    private BackupFolder(Path folder, Path target) {
        this.folder = folder;
        this.target = target;
    }

    static boolean isFree(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return !Files.exists(target);
        }
        try (Stream<Path> there = Files.list(target)) {
            return there.findAny().isEmpty();
        }
    }

    static BackupFolder begin(Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Trees.remove(unfinished);
        Files.createDirectories(unfinished);
        return new BackupFolder(unfinished, target);
    }

    /** A whole one; anything else is refused. */
    static BackupFolder read(Path target) throws IOException {
        Path mark = target.resolve(MARK);
        if (!Files.exists(mark)) {
            throw new IOException(target + " is no backup, or was never finished");
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(mark)) {
            said.load(reader);
        }
        if (!FORMAT.equals(said.getProperty("format"))) {
            throw new IOException(target + " was written by another version");
        }
        return new BackupFolder(target, target);
    }

    Path database() {
        return folder.resolve("database.zip");
    }

    Path copies() {
        return folder.resolve("copies");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path config() {
        return folder.resolve("config");
    }

    Path key() {
        return folder.resolve("installation.key");
    }

    void takeData(Path data, Path copies) throws IOException {
        Trees.copy(data, data(), file -> !isLeftOut(data, file) && !file.startsWith(copies.toAbsolutePath()));
    }

    private static boolean isLeftOut(Path data, Path file) {
        Path place = data.relativize(file);
        String name = String.valueOf(file.getFileName());
        return LEFT_OUT.contains(place.getName(0).toString())
                || LEFT_OUT_ENDINGS.stream().anyMatch(name::endsWith);
    }

    void takeKey(Path key) throws IOException {
        if (Files.exists(key)) {
            Files.copy(key, key(), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    void takeSettings(List<Path> settings) throws IOException {
        for (Path one : settings) {
            Trees.copy(one, config().resolve(String.valueOf(one.getFileName())), file -> true);
        }
    }

    void finish(Instant at, long copies, boolean database) throws IOException {
        Properties says = new Properties();
        says.setProperty("format", FORMAT);
        says.setProperty("at", at.toString());
        says.setProperty("copies", Long.toString(copies));
        says.setProperty("database", database ? "h2" : "none");
        try (Writer writer = Files.newBufferedWriter(folder.resolve(MARK))) {
            says.store(writer, null);
        }
        Trees.force(folder);
        Files.deleteIfExists(target);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
