package vn.vonggac.cli;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Somebody's telephone, as far as it shows the code of a second factor: reckoned here once more, by RFC 6238. */
public final class Telephone {

    private Telephone() {}

    public static String code(String secret, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base32.decode(secret.replace(" ", "")), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
            int at = hash[19] & 15;
            int number = (hash[at] & 127) << 24 | (hash[at + 1] & 255) << 16 | (hash[at + 2] & 255) << 8
                    | hash[at + 3] & 255;
            return String.valueOf(1_000_000 + number % 1_000_000).substring(1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
