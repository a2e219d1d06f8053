package vn.vonggac.incident;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.HeldCopy;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

/**
 * The files of incidents that no visit brought. Their bytes lie where copies of pages lie, held for ever; they are
 * never read, only handed out again.
 */
@Singleton
public class Attachments {

    /** The field of a form, and of a problem, that files are given by. */
    public static final String FIELD = "files";

    private static final long MEGABYTE = 1 << 20;

    private final Incidents incidents;
    private final AttachmentRows rows;
    private final Copies copies;
    private final IncidentConfig config;
    private final TransactionOperations<Connection> transactions;
    private final InstantSource time;

    Attachments(Incidents incidents, AttachmentRows rows, Copies copies, IncidentConfig config,
            TransactionOperations<Connection> transactions, InstantSource time) {
        this.incidents = incidents;
        this.rows = rows;
        this.copies = copies;
        this.config = config;
        this.transactions = transactions;
        this.time = time;
    }

    /** A file and the bytes that are safe on disk for it. */
    private record Laid(Enclosure file, HeldCopy copy) {}

    /** How many files one incident takes. */
    public int most() {
        return config.attachments();
    }

    /** How many bytes one file may have. */
    public long largest() {
        return config.attachmentSize();
    }

    /** What is wrong with files that somebody gives, whatever they are for. */
    public List<Problem> problems(List<Enclosure> files) {
        List<Problem> problems = new ArrayList<>();
        if (files.size() > most()) {
            problems.add(tooMany(0, files));
        }
        for (Enclosure file : files) {
            if (file.bytes().length == 0) {
                problems.add(problem("empty", file.name()));
            } else if (file.bytes().length > largest()) {
                problems.add(problem("large", file.name(), megabytes(file.bytes().length),
                        megabytes(largest())));
            }
        }
        return problems;
    }

    /** Opens an incident that somebody told of, with the files that came with the word: all of it or nothing. */
    public Outcome<Incident> open(Scope scope, ByHand told, List<Enclosure> files, String actor) {
        return transactions.executeWrite(status -> {
            Outcome<Incident> opened = opened(scope, told, files, actor);
            if (!(opened instanceof Outcome.Saved)) {
                status.setRollbackOnly();
            }
            return opened;
        });
    }

    private Outcome<Incident> opened(Scope scope, ByHand told, List<Enclosure> files, String actor) {
        Optional<Incident> opened = incidents.open(scope, told, actor);
        if (opened.isEmpty()) {
            return new Outcome.Absent<>();
        }
        Outcome<List<Attachment>> added = files.isEmpty()
                ? new Outcome.Saved<>(List.of())
                : add(scope, opened.get().id(), files, actor);
        return switch (added) {
            case Outcome.Saved<List<Attachment>> saved -> new Outcome.Saved<>(opened.get());
            case Outcome.Rejected<List<Attachment>> rejected -> new Outcome.Rejected<>(rejected.problems());
            case Outcome.Absent<List<Attachment>> absent -> new Outcome.Absent<>();
            case Outcome.Stale<List<Attachment>> stale -> new Outcome.Stale<>();
        };
    }

    /** Adds files to an incident that is not closed, with a line for each in its log and in the trail. */
    @Transactional
    public Outcome<List<Attachment>> add(Scope scope, long id, List<Enclosure> files, String actor) {
        if (incidents.find(scope, id).isEmpty()) {
            return new Outcome.Absent<>();
        }
        List<Problem> problems = new ArrayList<>(problems(files));
        if (files.isEmpty()) {
            problems.add(problem("none"));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Rejected<>(problems);
        }
        List<Laid> laid = files.stream().map(file -> new Laid(file, copies.lay(file.bytes(), holder(id))))
                .toList();
        List<Attachment> kept = new ArrayList<>();
        incidents.handle(scope, id, incident -> attach(incident, laid, actor, kept, problems));
        return problems.isEmpty() ? new Outcome.Saved<>(List.copyOf(kept)) : new Outcome.Rejected<>(problems);
    }

    /** Others wait meanwhile: nobody adds one file too many. */
    private Handling.Outcome attach(Incident incident, List<Laid> laid, String actor, List<Attachment> kept,
            List<Problem> problems) {
        long before = rows.countByIncidentId(incident.id());
        if (!incident.active()) {
            problems.add(problem("closed"));
        } else if (before + laid.size() > most()) {
            problems.add(tooMany(before, laid));
        } else {
            laid.forEach(each -> kept.add(keep(incident, each, actor)));
        }
        return kept.isEmpty()
                ? new Handling.Outcome.ChangedMeanwhile()
                : new Handling.Outcome.Done(incident, kept.stream().map(Attachments::step).toList());
    }

    private Attachment keep(Incident incident, Laid laid, String actor) {
        copies.hold(laid.copy());
        return rows.save(new Attachment(0, incident.id(), laid.file().name(), laid.copy().hash(),
                laid.file().bytes().length, actor, time.instant()));
    }

    private static Step step(Attachment kept) {
        return new Step(kept.at(), kept.author(), Deed.ATTACHED,
                kept.name() + " · " + kept.size() + " B · SHA-256 " + kept.hash());
    }

    private static String holder(long incident) {
        return "incident:" + incident;
    }

    private Problem tooMany(long before, List<?> files) {
        return problem("many", most(), before + files.size());
    }

    private static Problem problem(String word, Object... arguments) {
        return new Problem(FIELD, "incident.attachment.problem." + word, List.of(arguments));
    }

    private static double megabytes(long bytes) {
        return (double) bytes / MEGABYTE;
    }

    /** The files of an incident, the first first. */
    public List<Attachment> of(Scope scope, long id) {
        return incidents.find(scope, id).map(incident -> rows.findByIncidentIdOrderById(id))
                .orElse(List.of());
    }

    public Optional<Attachment> find(Scope scope, long id, long attachment) {
        return incidents.find(scope, id).flatMap(incident -> rows.findByIdAndIncidentId(attachment, id));
    }

    public CopyRead read(Attachment attachment) {
        return copies.read(attachment.hash());
    }
}
