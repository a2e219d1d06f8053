package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vonggac restore}. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "Puts a backup into the data folder, which must be empty and held by nobody. The index is built by the first start.")
final class RestoreCommand extends OfflineCommand implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Parameters(paramLabel = "DIR", description = "what vonggac backup wrote")
    private Path source = Path.of("");

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: the settings')")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        BackupFolder backup = BackupFolder.read(source);
        Map<String, Object> settings = new HashMap<>();
        Optional.ofNullable(data).ifPresent(folder -> settings.put("vonggac.data", folder.toString()));
        try (ApplicationContext context = Settings.read(config(), settings)) {
            Path target = Settings.data(context);
            Path copies = Path.of(context.getRequiredProperty("vonggac.page.copies.folder", String.class));
            Path key = Path.of(context.getRequiredProperty("vonggac.audit.key", String.class));
            try (DataFolder held = DataFolder.hold(target)) {
                if (!held.isEmpty()) {
                    err().println(target + " is not empty: nothing was restored");
                    return REFUSED;
                }
                restore(backup, target, copies, key);
            }
        } catch (CannotStart e) {
            err().println(e.getMessage());
            return REFUSED;
        }
        out().flush();
        return 0;
    }

    private void restore(BackupFolder backup, Path target, Path copies, Path key) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Trees.remove(unfinished);
        Files.createDirectories(unfinished);
        Trees.copy(backup.data(), unfinished, file -> true);
        Trees.copy(backup.copies(), within(copies, target, unfinished), file -> true);
        Path placed = within(key, target, unfinished);
        if (!Files.exists(placed)) {
            Trees.copy(backup.key(), placed, file -> true);
        }
        if (Files.exists(backup.database())) {
            unzip(backup.database(), unfinished);
        } else {
            err().println("The backup has no database: restore your pg_dump before the service starts.");
        }
        Trees.force(unfinished);
        Trees.remove(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        out().println("restored to " + target + "; settings, signatures and playbooks of the backup lie in "
                + backup.config() + " and were not put in place");
    }

    /** What lies in the data folder comes with it; what the settings put elsewhere goes there. */
    private static Path within(Path place, Path target, Path unfinished) {
        Path whole = place.toAbsolutePath().normalize();
        return whole.startsWith(target) ? unfinished.resolve(target.relativize(whole).toString()) : whole;
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            ZipEntry entry = entries.getNextEntry();
            while (entry != null) {
                String name = Path.of(entry.getName()).getFileName().toString();
                Files.copy(entries, folder.resolve(name));
                entry = entries.getNextEntry();
            }
        }
    }
}
