package vn.vonggac.page;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The finished copies in a folder, copied elsewhere while more are written: they never change once they have a name. */
final class CopiedFiles {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private long done;

    CopiedFiles(Path folder) {
        this.folder = folder;
    }

    long to(Path target, BiConsumer<Long, Long> progress) throws IOException {
        Files.createDirectories(target);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long[] all = new long[1];
        walk(file -> all[0]++);
        walk(file -> {
            Path copy = target.resolve(folder.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            progress.accept(++done, Math.max(done, all[0]));
        });
        return done;
    }

    @FunctionalInterface
    private interface Each {
        void take(Path file) throws IOException;
    }

    private void walk(Each each) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (NAME.matcher(file.getFileName().toString()).matches()) {
                    each.take(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
