package vn.vonggac.audit;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The trail itself. */
@Singleton
public final class Audit {

    private static final int LONGEST_DETAIL = 4000;
    private static final int READ_AT_ONCE = 1000;
    private static final int MOST_NAMED = 100;

    private final AuditRows rows;
    private final AuditHeadRows head;
    private final Seals seals;
    private final Optional<Source> source;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;

    Audit(AuditRows rows, AuditHeadRows head, Seals seals, Optional<Source> source, InstantSource time,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.head = head;
        this.seals = seals;
        this.source = source;
        this.time = time;
        this.transactions = transactions;
    }

    /**
     * Adds one line; inside a transaction it is written with it or not at all. It is written last of all: whoever
     * holds the trail's end waits for nobody.
     */
    public void record(String who, String action, String object, String detail) {
        String kept = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        AuditEntry entry = new AuditEntry(0, time.instant().truncatedTo(ChronoUnit.MILLIS), who, action,
                object, kept, source.map(Source::now).orElse(""), "");
        Optional<? extends TransactionStatus<?>> running = transactions.findTransactionStatus();
        if (running.isPresent()) {
            running.get().registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    append(entry);
                }
            });
        } else {
            transactions.executeWrite(status -> append(entry));
        }
    }

    private AuditEntry append(AuditEntry entry) {
        head.begin();
        AuditHead end = head.lock();
        String seal = seals.of(end.seal(), entry);
        AuditEntry kept = rows.save(entry.sealed(seal));
        head.move(end.lines() + 1, seal);
        return kept;
    }

    /** The newest first. */
    public List<AuditEntry> find(AuditFilter filter, int size, long skip) {
        return rows.find(filter.who(), filter.action(), filter.object(), filter.everybody(), filter.names(),
                filter.since(), filter.until(), size, skip);
    }

    /** The eldest first, after the line of this number: a part of something longer, to be read on from its last. */
    public List<AuditEntry> after(AuditFilter filter, long line) {
        return rows.part(filter.who(), filter.action(), filter.object(), filter.everybody(), filter.names(),
                filter.since(), filter.until(), line, READ_AT_ONCE);
    }

    /** Everything that was ever done, each once. */
    public List<String> actions() {
        return rows.actions();
    }

    /** Another word once anything was written. */
    public String mark() {
        return String.valueOf(rows.newest());
    }

    public long count(AuditFilter filter) {
        return rows.count(filter.who(), filter.action(), filter.object(), filter.everybody(), filter.names(),
                filter.since(), filter.until());
    }

    /** Whether the last line is the one that was sealed last; what lies before it, only {@link #verify} sees. */
    public boolean endsRight() {
        return head.notTheLast() == 0;
    }

    /** Reads every line from the first and says which do not fit. */
    public TrailState verify() {
        List<AuditEntry> broken = new ArrayList<>();
        String before = "";
        long lines = 0;
        long sealed = 0;
        List<AuditEntry> part = rows.after(0, READ_AT_ONCE);
        while (!part.isEmpty()) {
            for (AuditEntry entry : part) {
                boolean older = sealed == 0 && entry.seal().isEmpty();
                if (!older && !entry.seal().equals(seals.of(before, entry)) && broken.size() < MOST_NAMED) {
                    broken.add(entry);
                }
                before = entry.seal();
                sealed += older ? 0 : 1;
            }
            lines += part.size();
            part = rows.after(part.getLast().id(), READ_AT_ONCE);
        }
        return new TrailState(lines, broken, endMissing(before));
    }

    private boolean endMissing(String last) {
        return head.findById(AuditHead.ONLY).filter(end -> !end.seal().equals(last)).isPresent();
    }
}
