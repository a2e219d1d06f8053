package vn.vonggac.watch;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody guesses, for addresses that people pass on. */
final class PublicIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private PublicIds() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
