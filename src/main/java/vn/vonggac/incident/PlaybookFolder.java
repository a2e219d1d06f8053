package vn.vonggac.incident;

import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the shipped playbook and those of an operator's folder in force. A changed folder is taken over within seconds;
 * one with a mistake is refused with file and line, once, and what was in force stays.
 */
@Factory
final class PlaybookFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookFolder.class);

    private final Path folder;
    private final Playbooks playbooks = new Playbooks(Playbook.shipped());
    private List<String> seen = List.of();

    PlaybookFolder(IncidentConfig config) {
        folder = Path.of(config.playbooks());
        look();
    }

    @Singleton
    Playbooks playbooks() {
        return playbooks;
    }

    /** Takes over what changed since the last look. */
    @Scheduled(initialDelay = "${vonggac.incident.reload:2s}", fixedDelay = "${vonggac.incident.reload:2s}")
    synchronized void look() {
        List<Path> files = files();
        List<String> now = files.stream().map(PlaybookFolder::state).toList();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            Playbook all = Playbook.shipped();
            for (Path file : files) {
                all = all.with(file);
            }
            playbooks.replace(all);
            LOG.info("Playbooks of {} files of {} in force", files.size(), folder);
        } catch (DataFile.BadDataFile e) {
            LOG.warn("Playbooks not taken over, the former ones stay: {}", e.getMessage());
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
