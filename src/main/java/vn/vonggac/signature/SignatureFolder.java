package vn.vonggac.signature;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the shipped signatures and an operator's folder in force. A changed folder is taken over within seconds; one
 * with a mistake is refused with file and line, once, and what was in force stays.
 */
@Factory
public final class SignatureFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureFolder.class);

    private final Path folder;
    private final Signatures signatures;
    private List<String> seen = List.of();

    public SignatureFolder(SignatureConfig config) {
        folder = Path.of(config.folder());
        signatures = Signatures.shipped();
        look();
    }

    @Bean(preDestroy = "close")
    @Singleton
    Signatures signatures() {
        return signatures;
    }

    /** Takes over what changed since the last look. */
    @Scheduled(initialDelay = "${vonggac.signature.reload:2s}", fixedDelay = "${vonggac.signature.reload:2s}")
    synchronized void look() {
        List<String> now = state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            List<Signature> all = new ArrayList<>(Signatures.readShipped());
            all.addAll(Signatures.readFolder(folder));
            signatures.replace(all);
            LOG.info("{} signatures in force", all.size());
        } catch (BadSignature e) {
            LOG.warn("Signatures not taken over, the former ones stay: {}", e.getMessage());
        }
    }

    private List<String> state() {
        List<String> state = new ArrayList<>();
        for (Path file : Signatures.files(folder)) {
            try {
                state.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state;
    }
}
