package vn.vonggac.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** A ZIP that is written file by file and never held as a whole; what was written is signed at its end. */
final class EvidenceZip implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Instant at;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder manifest = new StringBuilder();

    EvidenceZip(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out);
        this.at = at;
    }

    boolean holds(String name) {
        return names.contains(name);
    }

    void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) {
        manifest.append(DigestUtils.sha256Hex(bytes)).append("  ").append(name).append('\n');
        write(name, bytes);
    }

    private void write(String name, byte[] bytes) {
        names.add(name);
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(at.toEpochMilli());
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last that is written: the hash of every file, the signature over them, and the key that made it. */
    void sign(SigningKey key) {
        byte[] hashes = manifest.toString().getBytes(StandardCharsets.UTF_8);
        write(EvidenceFile.MANIFEST, hashes);
        write(EvidenceFile.SIGNATURE, line(key.sign(hashes)));
        write(EvidenceFile.KEY, line(key.publicKey().getEncoded()));
    }

    private static byte[] line(byte[] bytes) {
        return (Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
