package vn.vonggac.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files that an operator keeps in a folder, and whether they are other than they were when last asked. */
public final class OperatorFolder {

    private final Path folder;
    private List<String> seen = List.of();

    public OperatorFolder(Path folder) {
        this.folder = folder;
    }

    /** By their names; none where there is no folder. */
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized boolean changed() {
        List<String> now = files().stream().map(OperatorFolder::state).toList();
        boolean other = !now.equals(seen);
        seen = now;
        return other;
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (NoSuchFileException e) {
            return file + " gone meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
