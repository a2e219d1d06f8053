package vn.vonggac.report;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Attachment;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Queue;
import vn.vonggac.incident.Step;
import vn.vonggac.notify.Letter;
import vn.vonggac.notify.Letters;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Scope;

/**
 * All that is known of one incident in one ZIP: a report to read (HTML and PDF), the log, the bytes as they were before
 * and during, the exchanges with every head, the files that people added, the hash of each file, and a signature over
 * the hashes.
 */
@Singleton
public class EvidenceFile {

    static final String MANIFEST = "manifest.sha256";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.txt";

    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_ATTACHED = 256L << 20;

    private final Incidents incidents;
    private final Attachments attachments;
    private final Queue queue;
    private final Letters letters;
    private final Copies copies;
    private final SigningKey key;
    private final Audit audit;
    private final InstantSource time;

    EvidenceFile(Incidents incidents, Attachments attachments, Queue queue, Letters letters, Copies copies,
            SigningKey key, Audit audit, InstantSource time) {
        this.incidents = incidents;
        this.attachments = attachments;
        this.queue = queue;
        this.letters = letters;
        this.copies = copies;
        this.key = key;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Empty where there is no such incident for this reader; that it was taken is on the trail. It lies on the disk
     * until it was read, and nowhere as a whole in memory.
     */
    public Optional<InputStream> of(Scope scope, long id, Messages messages, String who) {
        return incidents.find(scope, id).map(incident -> {
            audit.record(who, "report.act.evidence", "incident:" + id, "");
            try {
                return laid(Files.createTempFile("evidence", ".zip"), scope, incident, messages);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private InputStream laid(Path file, Scope scope, Incident incident, Messages messages)
            throws IOException {
        boolean whole = false;
        try (EvidenceZip zip = new EvidenceZip(Files.newOutputStream(file), time.instant())) {
            fill(zip, scope, incident, messages);
            zip.sign(key);
            whole = true;
        } finally {
            if (!whole) {
                Files.delete(file);
            }
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void fill(EvidenceZip zip, Scope scope, Incident incident, Messages messages) {
        List<Exhibit> exhibits = incidents.exhibits(scope, incident.id());
        List<Step> log = incidents.log(scope, incident.id());
        List<KeptBytes> kept = kept(incident, exhibits, zip);
        for (int i = 0; i < exhibits.size(); i++) {
            zip.add(String.format("exchanges/%03d-%s.txt", i, safe(exhibits.get(i).view())),
                    exchange(exhibits.get(i)));
        }
        zip.add("copies.tsv", KeptBytes.table(kept));
        List<Attached> attached = attached(scope, incident, zip);
        zip.add("attachments.tsv", Attached.table(attached));
        zip.add("timeline.tsv", timeline(log));
        String named = queue.find(scope, incident.id(), "").map(outline -> outline.named()).orElse("");
        List<Letter> written = letters.of(scope, incident.id()).stream().map(Letters.Sent::letter).toList();
        List<Block> report = new EvidenceReport(messages, incident, named, log, written, kept, attached)
                .blocks(time.instant(), key.fingerprint());
        String language = messages.locale().getLanguage();
        zip.add("report.html", HtmlReport.of(language, report));
        zip.add("report.pdf", PdfReport.of(language, report));
    }

    /** The bytes of each exhibit, and what the page said when it was last well before; each once. */
    private List<KeptBytes> kept(Incident incident, List<Exhibit> exhibits, EvidenceZip zip) {
        List<KeptBytes> kept = new ArrayList<>();
        long[] room = {MOST_BYTES};
        for (Exhibit exhibit : exhibits) {
            kept.add(keep(exhibit.hash(), exhibit.page(), exhibit.view(), exhibit.at(), "during", zip,
                    room));
            copies.lastGood(Long.parseLong(incident.portal()), exhibit.page(), exhibit.view(), exhibit.at())
                    .ifPresent(copy -> kept.add(keep(copy, zip, room)));
        }
        return kept.stream().distinct().toList();
    }

    /** The files that people added, each under its own name. */
    private List<Attached> attached(Scope scope, Incident incident, EvidenceZip zip) {
        List<Attached> attached = new ArrayList<>();
        long[] room = {MOST_ATTACHED};
        for (Attachment file : attachments.of(scope, incident.id())) {
            String name = Attached.place(attached.size() + 1, file.name());
            attached.add(new Attached(file, name, put(zip, name, attachments.read(file), room)));
        }
        return attached;
    }

    private KeptBytes keep(PageCopy copy, EvidenceZip zip, long[] room) {
        return keep(copy.lastHash(), copy.url(), copy.view(), copy.lastSeen(), "before", zip, room);
    }

    private KeptBytes keep(String hash, String page, String view, Instant at, String when,
            EvidenceZip zip, long[] room) {
        String name = "copies/" + safe(hash) + ".bin";
        String state = "kept";
        if (!zip.holds(name)) {
            state = put(zip, name, copies.read(hash), room);
        }
        return new KeptBytes(hash, page, view, at, when, state);
    }

    private static String put(EvidenceZip zip, String name, CopyRead read, long[] room) {
        return switch (read) {
            case CopyRead.Whole(byte[] body) -> put(zip, name, body, room);
            case CopyRead.Missing missing -> "missing";
            case CopyRead.Damaged damaged -> "damaged";
        };
    }

    private static String put(EvidenceZip zip, String name, byte[] body, long[] room) {
        if (body.length > room[0]) {
            return "too-large";
        }
        room[0] -= body.length;
        zip.add(name, body);
        return "kept";
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
}
