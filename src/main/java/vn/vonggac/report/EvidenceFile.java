package vn.vonggac.report;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.audit.Audit;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Queue;
import vn.vonggac.incident.Step;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Scope;

/**
 * All that is known of one incident in one ZIP: a report to read, the log, the bytes as they were before and during,
 * the exchanges with every head, the hash of each file, and a signature over the hashes.
 */
@Singleton
public class EvidenceFile {

    static final String MANIFEST = "manifest.sha256";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.txt";

    private static final long MOST_BYTES = 64L << 20;

    private final Incidents incidents;
    private final Queue queue;
    private final Copies copies;
    private final SigningKey key;
    private final Audit audit;
    private final InstantSource time;

    EvidenceFile(Incidents incidents, Queue queue, Copies copies, SigningKey key, Audit audit,
            InstantSource time) {
        this.incidents = incidents;
        this.queue = queue;
        this.copies = copies;
        this.key = key;
        this.audit = audit;
        this.time = time;
    }

    /** Empty where there is no such incident for this reader; that it was taken is on the trail. */
    public Optional<byte[]> of(Scope scope, long id, Messages messages, String who) {
        return incidents.find(scope, id).map(incident -> {
            audit.record(who, "report.act.evidence", "incident:" + id, "");
            return signed(files(scope, incident, messages));
        });
    }

    private Map<String, byte[]> files(Scope scope, Incident incident, Messages messages) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Exhibit> exhibits = incidents.exhibits(scope, incident.id());
        List<Step> log = incidents.log(scope, incident.id());
        List<KeptBytes> kept = kept(incident, exhibits, files);
        for (int i = 0; i < exhibits.size(); i++) {
            files.put(String.format("exchanges/%03d-%s.txt", i, safe(exhibits.get(i).view())),
                    text(exchange(exhibits.get(i))));
        }
        files.put("copies.tsv", text(KeptBytes.table(kept)));
        files.put("timeline.tsv", text(timeline(log)));
        String named = queue.find(scope, incident.id(), "").map(outline -> outline.named()).orElse("");
        files.put("report.html", text(new EvidenceReport(messages, incident, named, log, kept,
                time.instant(), key.fingerprint()).html()));
        return files;
    }

    /** The bytes of each exhibit, and what the page said when it was last well before; each once. */
    private List<KeptBytes> kept(Incident incident, List<Exhibit> exhibits, Map<String, byte[]> files) {
        List<KeptBytes> kept = new ArrayList<>();
        long[] room = {MOST_BYTES};
        for (Exhibit exhibit : exhibits) {
            kept.add(keep(exhibit.hash(), exhibit.page(), exhibit.view(), exhibit.at(), "during", files,
                    room));
            copies.lastGood(Long.parseLong(incident.portal()), exhibit.page(), exhibit.view())
                    .filter(copy -> copy.firstSeen().isBefore(exhibit.at()))
                    .ifPresent(copy -> kept.add(keep(copy, files, room)));
        }
        return kept.stream().distinct().toList();
    }

    private KeptBytes keep(PageCopy copy, Map<String, byte[]> files, long[] room) {
        return keep(copy.lastHash(), copy.url(), copy.view(), copy.lastSeen(), "before", files, room);
    }

    private KeptBytes keep(String hash, String page, String view, Instant at, String when,
            Map<String, byte[]> files, long[] room) {
        String name = "copies/" + safe(hash) + ".bin";
        String state = "kept";
        if (!files.containsKey(name)) {
            state = switch (copies.read(hash)) {
                case CopyRead.Whole(byte[] body) -> put(files, name, body, room);
                case CopyRead.Missing missing -> "missing";
                case CopyRead.Damaged damaged -> "damaged";
            };
        }
        return new KeptBytes(hash, page, view, at, when, state);
    }

    private static String put(Map<String, byte[]> files, String name, byte[] body, long[] room) {
        if (body.length > room[0]) {
            return "too-large";
        }
        room[0] -= body.length;
        files.put(name, body);
        return "kept";
    }

    private byte[] signed(Map<String, byte[]> files) {
        StringBuilder manifest = new StringBuilder();
        files.forEach((name, bytes) -> manifest.append(DigestUtils.sha256Hex(bytes)).append("  ").append(name)
                .append('\n'));
        byte[] hashes = text(manifest.toString());
        files.put(MANIFEST, hashes);
        files.put(SIGNATURE, text(Base64.getEncoder().encodeToString(key.sign(hashes)) + "\n"));
        files.put(KEY, text(Base64.getEncoder().encodeToString(key.publicKey().getEncoded()) + "\n"));
        return zip(files);
    }

    private byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(time.millis());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String exchange(Exhibit exhibit) {
        return exhibit.page() + "\n" + exhibit.view() + "\n" + exhibit.at() + "\nHTTP " + exhibit.status()
                + "\nSHA-256 " + exhibit.hash() + "\n\n" + exhibit.chain() + "\n\n" + exhibit.heads() + "\n";
    }

    private static String timeline(List<Step> log) {
        StringBuilder table = new StringBuilder("at\twho\tdeed\tnote\n");
        log.forEach(step -> table.append(String.join("\t", step.at().toString(), step.actor(),
                step.deed().id(), step.note().replaceAll("\\s+", " "))).append('\n'));
        return table.toString();
    }

    /** What a file may be called by: the names of views are an operator's. */
    private static String safe(String name) {
        return name.replaceAll("[^\\w-]", "_");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
