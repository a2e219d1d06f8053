package vn.vonggac.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Whether an evidence file is what was signed. Nothing is unpacked: every file is read within bounds and compared with
 * the manifest, and the manifest with its signature.
 */
public final class EvidenceCheck {

    private static final int MOST_FILES = 10_000;
    private static final long MOST_BYTES = 512L << 20;
    private static final int LONGEST_TEXT = 4 << 20;

    private final List<String> faults = new ArrayList<>();
    private long room = MOST_BYTES;

    private EvidenceCheck() {}

    /**
     * What was found.
     *
     * @param signer the fingerprint of the key that signed; empty where none did
     */
    public record Result(int files, String signer, List<String> faults) {

        public Result {
            faults = List.copyOf(faults);
        }

        public boolean sound() {
            return faults.isEmpty();
        }
    }

    public static Result of(Path file) {
        EvidenceCheck check = new EvidenceCheck();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return check.check(zip);
        } catch (IOException | IllegalArgumentException e) {
            return new Result(0, "", List.of("not readable as a ZIP: " + e.getMessage()));
        }
    }

    private Result check(ZipFile zip) throws IOException {
        List<ZipEntry> entries = entries(zip);
        Map<String, String> hashes = new HashMap<>();
        Map<String, byte[]> texts = new HashMap<>();
        for (ZipEntry entry : entries) {
            if (Set.of(EvidenceFile.MANIFEST, EvidenceFile.SIGNATURE, EvidenceFile.KEY)
                    .contains(entry.getName())) {
                texts.put(entry.getName(), text(zip, entry));
            } else {
                hashes.put(entry.getName(), hash(zip, entry));
            }
        }
        byte[] manifest = texts.getOrDefault(EvidenceFile.MANIFEST, new byte[0]);
        compare(manifest, hashes);
        return new Result(hashes.size(), signer(manifest, texts), faults);
    }

    /** As many as there may be, each under a name of its own that leads nowhere else. */
    private List<ZipEntry> entries(ZipFile zip) {
        if (zip.size() > MOST_FILES) {
            faults.add("more than " + MOST_FILES + " files");
            return List.of();
        }
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> {
            if (!entry.getName().matches("(?!.*\\.\\.)[\\w][\\w./-]{0,200}") || entry.isDirectory()) {
                faults.add("a name that does not belong here: " + entry.getName().replaceAll("[^ -~]", "?"));
            } else if (!names.add(entry.getName())) {
                faults.add("twice: " + entry.getName());
            } else {
                entries.add(entry);
            }
        });
        return entries;
    }

    private byte[] text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(LONGEST_TEXT + 1);
            if (bytes.length > LONGEST_TEXT) {
                faults.add("too large: " + entry.getName());
            }
            return bytes;
        }
    }

    private String hash(ZipFile zip, ZipEntry entry) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = zip.getInputStream(entry)) {
            for (int read; (read = stream.read(buffer)) >= 0;) {
                room -= read;
                if (room < 0) {
                    faults.add("unpacks to more than " + (MOST_BYTES >> 20) + " MB");
                    return "";
                }
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void compare(byte[] manifest, Map<String, String> hashes) {
        Set<String> named = new HashSet<>();
        for (String line : new String(manifest, StandardCharsets.UTF_8).lines().toList()) {
            String[] parts = line.split(" {2}", 2);
            if (parts.length < 2 || !named.add(parts[1])) {
                faults.add("the manifest cannot be read");
                return;
            }
            String hash = hashes.get(parts[1]);
            if (hash == null) {
                faults.add("missing: " + parts[1]);
            } else if (!hash.equals(parts[0])) {
                faults.add("changed: " + parts[1]);
            }
        }
        hashes.keySet().stream().filter(name -> !named.contains(name)).sorted()
                .forEach(name -> faults.add("added: " + name));
    }

    private String signer(byte[] manifest, Map<String, byte[]> texts) {
        try {
            byte[] encoded = decoded(texts.getOrDefault(EvidenceFile.KEY, new byte[0]));
            PublicKey key = KeyFactory.getInstance(SigningKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key);
            signature.update(manifest);
            if (manifest.length > 0 && signature
                    .verify(decoded(texts.getOrDefault(EvidenceFile.SIGNATURE, new byte[0])))) {
                return DigestUtils.sha256Hex(encoded);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            faults.add("no signature that can be read");
            return "";
        }
        faults.add("the signature is not of this manifest");
        return "";
    }

    private static byte[] decoded(byte[] text) {
        return Base64.getDecoder().decode(new String(text, StandardCharsets.UTF_8).strip());
    }
}
