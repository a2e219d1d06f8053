package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id, written down with its own parameters so that they can grow: {@code argon2id$memory$passes$salt$hash}. */
@Singleton
final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int AT_ONCE = 4;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore memory = new Semaphore(AT_ONCE);
    private final String nobodys = kept(random(SALT), random(HASH));

    String hash(String password) {
        byte[] salt = random(SALT);
        return kept(salt, compute(password, salt, MEMORY_KIB, PASSES));
    }

    private static String kept(byte[] salt, byte[] hash) {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return String.join("$", "argon2id", String.valueOf(MEMORY_KIB), String.valueOf(PASSES),
                encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    private byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    boolean matches(String password, String kept) {
        String[] parts = kept.split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        byte[] hash = compute(password, salt, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[4]));
    }

    /** Takes as long as a comparison, so that an unknown name answers no faster than a known one. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    private byte[] compute(String password, byte[] salt, int memoryKib, int passes) {
        memory.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
                    .withMemoryAsKB(memoryKib).withIterations(passes).withParallelism(1).build());
            byte[] hash = new byte[HASH];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            memory.release();
        }
    }
}
