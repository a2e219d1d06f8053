package vn.vonggac.signature;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.feed.OperatorFolder;

/**
 * Keeps the shipped signatures and an operator's folder in force. A changed folder is taken over within seconds; one
 * with a mistake is refused with file and line, once, and what was in force stays.
 */
@Factory
public final class SignatureFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureFolder.class);

    private final OperatorFolder folder;
    private final Signatures signatures;

    public SignatureFolder(SignatureConfig config) {
        folder = new OperatorFolder(Path.of(config.folder()));
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
        if (!folder.changed()) {
            return;
        }
        try {
            List<Signature> all = Signatures.shippedAnd(folder);
            signatures.replace(all, Signatures.readMisses(folder));
            LOG.info("{} signatures in force", all.size());
        } catch (BadSignature e) {
            signatures.refuse(String.valueOf(e.getMessage()));
            LOG.warn("Signatures not taken over, the former ones stay: {}", e.getMessage());
        }
    }
}
