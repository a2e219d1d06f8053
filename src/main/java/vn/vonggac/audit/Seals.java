package vn.vonggac.audit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;

/** The seal of a line: a code over the line and the seal before it that only the holder of the installation's key can reckon. */
@Singleton
final class Seals {

    private static final String MAC = "HmacSHA256";

    private final InstallationKey key;

    Seals(InstallationKey key) {
        this.key = key;
    }

    /** A line from before there were sources has none, and the seal that it always had. */
    private static List<String> parts(String before, AuditEntry entry) {
        List<String> parts = new ArrayList<>(List.of(before, entry.at().toString(), entry.who(),
                entry.action(), entry.object(), entry.detail()));
        if (!entry.source().isEmpty()) {
            parts.add(entry.source());
        }
        return parts;
    }

    String of(String before, AuditEntry entry) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key.forUse("audit", MAC));
            // each part with its length, so that no two lines are the same bytes
            for (String part : parts(before, entry)) {
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
