package vn.vonggac.audit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;

/** The seal of a line: a code over the line and the seal before it that only the holder of the installation's key can reckon. */
@Singleton
final class Seals {

    private static final String MAC = "HmacSHA256";

    private final InstallationKey key;

    Seals(InstallationKey key) {
        this.key = key;
    }

    String of(String before, AuditEntry entry) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key.forUse("audit", MAC));
            // each part with its length, so that no two lines are the same bytes
            for (String part : new String[]{before, entry.at().toString(), entry.who(), entry.action(),
                    entry.object(), entry.detail()}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
