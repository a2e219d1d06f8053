package vn.vonggac.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute, as RFC 6238 has them: six digits, SHA-1, what every application on a telephone knows. */
final class Totp {

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    // a clock may be half a minute off, either way
    private static final int SLACK = 1;
    private static final String MAC = "HmacSHA1";

    private Totp() {}

    /** The step whose code this is, near this moment. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long here = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(here - SLACK, here + SLACK)
                .filter(step -> Tokens.same(code(secret, step), code)).max();
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
