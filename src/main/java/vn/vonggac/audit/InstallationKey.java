package vn.vonggac.audit;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of this installation, in a file beside the database and not in it: whoever has a copy of the database
 * alone can neither read what is encrypted nor write a line that fits the trail. From it comes one key for each use.
 */
@Singleton
public final class InstallationKey {

    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final Path file;
    private byte[] secret = {};

    InstallationKey(AuditConfig config) {
        file = config.key();
    }

    /** The key for one use; another use has another key. */
    public SecretKeySpec forUse(String use, String algorithm) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret(), MAC));
            return new SecretKeySpec(mac.doFinal(use.getBytes(StandardCharsets.UTF_8)), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized byte[] secret() {
        if (secret.length == 0) {
            secret = read();
        }
        return secret;
    }

    private byte[] read() {
        try {
            if (Files.notExists(file)) {
                make();
            }
            byte[] kept = Base64.getDecoder().decode(Files.readString(file).strip());
            if (kept.length != BYTES) {
                throw new IllegalStateException(file + " is no key of an installation");
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(file, PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // by another node that starts at this moment: its key is the one
        }
    }
}
