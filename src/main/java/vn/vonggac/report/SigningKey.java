package vn.vonggac.report;

import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** The key with which this installation signs what it gives away: a file that its owner alone can read. */
@Singleton
public class SigningKey {

    static final String ALGORITHM = "Ed25519";

    private final Path file;
    private Optional<KeyPair> pair = Optional.empty();

    SigningKey(@Value("${vonggac.data}") String data) {
        file = Path.of(data, "evidence.key");
    }

    /** It is there from the first start of the service on. */
    @EventListener
    void made(ServerStartupEvent start) {
        pair();
    }

    PublicKey publicKey() {
        return pair().getPublic();
    }

    /** By which people compare keys over the telephone. */
    public String fingerprint() {
        return DigestUtils.sha256Hex(publicKey().getEncoded());
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair().getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized KeyPair pair() {
        if (pair.isEmpty()) {
            try {
                if (Files.notExists(file)) {
                    make();
                }
                pair = Optional.of(read(Files.readAllLines(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(file + " is no signing key", e);
            }
        }
        return pair.get();
    }

    private static KeyPair read(List<String> lines) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
    }

    private void make() throws IOException, GeneralSecurityException {
        KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        try {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(file, PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.write(file, List.of(Base64.getEncoder().encodeToString(fresh.getPrivate().getEncoded()),
                    Base64.getEncoder().encodeToString(fresh.getPublic().getEncoded())),
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // by another node that starts at this moment: its key is the one
        }
    }
}
