package vn.vonggac.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** Secrets that a person or a browser holds, and the hashes of them that are kept here. */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String PLAIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private Tokens() {}

    /** For a cookie. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For people to read from a console and type: {@code ABCDE-FGHJK-...}, without letters that look alike. */
    static String readable() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "")
                    .append(PLAIN_LETTERS.charAt(RANDOM.nextInt(PLAIN_LETTERS.length())));
        }
        return code.toString();
    }

    /** Takes the same time wherever two hashes begin to differ. */
    static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
                other.getBytes(StandardCharsets.US_ASCII));
    }

    static String hash(String token) {
        return DigestUtils.sha256Hex(token);
    }
}
