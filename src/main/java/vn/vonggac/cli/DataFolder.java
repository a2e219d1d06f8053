package vn.vonggac.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of everything the service keeps, held so that no second service opens it. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String DEMONSTRATION = "demonstration";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataFolder hold(Path folder) {
        return holdIfFree(folder)
                .orElseThrow(() -> new CannotStart("Another Vọng Gác holds the data folder " + folder
                        + ": stop it, or give this one a folder of its own with vonggac.data."));
    }

    /** Nothing where somebody else holds it. */
    static Optional<DataFolder> holdIfFree(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(folder, channel));
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " cannot be used: " + e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Whether there is nothing but the mark of whoever holds it. */
    boolean isEmpty() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.allMatch(folder.resolve(LOCK)::equals);
        }
    }

    /** Throws away what an earlier demonstration left, and nothing else: its folder is marked. */
    void beginAgain() {
        Path mark = folder.resolve(DEMONSTRATION);
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> left = found.filter(file -> !file.equals(folder) && !file.equals(folder.resolve(LOCK)))
                    .sorted(Comparator.reverseOrder()).toList();
            if (!left.isEmpty() && !left.contains(mark)) {
                throw new CannotStart("The folder " + folder
                        + " holds something that is no demonstration: it is left as it is.");
            }
            for (Path file : left) {
                Files.delete(file);
            }
            Files.createFile(mark);
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be used: " + e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
