package vn.vonggac.incident;

import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.feed.OperatorFolder;

/**
 * Keeps the shipped playbook and those of an operator's folder in force. A changed folder is taken over within seconds;
 * one with a mistake is refused with file and line, once, and what was in force stays.
 */
@Factory
final class PlaybookFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookFolder.class);

    private final OperatorFolder folder;
    private final Playbooks playbooks = new Playbooks(Playbook.shipped());

    PlaybookFolder(IncidentConfig config) {
        folder = new OperatorFolder(Path.of(config.playbooks()));
        look();
    }

    @Singleton
    Playbooks playbooks() {
        return playbooks;
    }

    /** Takes over what changed since the last look. */
    @Scheduled(initialDelay = "${vonggac.incident.reload:2s}", fixedDelay = "${vonggac.incident.reload:2s}")
    synchronized void look() {
        if (!folder.changed()) {
            return;
        }
        try {
            Playbook all = Playbook.shipped();
            for (Path file : folder.files()) {
                all = all.with(file);
            }
            playbooks.replace(all);
            LOG.info("Playbooks in force: {} steps", all.steps().size());
        } catch (DataFile.BadDataFile e) {
            LOG.warn("Playbooks not taken over, the former ones stay: {}", e.getMessage());
        }
    }
}
