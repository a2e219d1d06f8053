package vn.vonggac.audit;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** The trail itself. */
@Singleton
public final class Audit {

    private static final int LONGEST_DETAIL = 4000;

    private final AuditRows rows;
    private final InstantSource time;

    Audit(AuditRows rows, InstantSource time) {
        this.rows = rows;
        this.time = time;
    }

    /** Adds one line; inside a transaction it is written with it or not at all. */
    public AuditEntry record(String who, String action, String object, String detail) {
        String kept = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        return rows.save(new AuditEntry(0, time.instant(), who, action, object, kept));
    }

    /** The newest first. */
    public List<AuditEntry> find(AuditFilter filter, int size, long skip) {
        return rows.find(filter.who(), filter.action(), filter.object(), filter.everybody(), filter.names(),
                size, skip);
    }

    /** Everything that was ever done, each once. */
    public List<String> actions() {
        return rows.actions();
    }

    public long count(AuditFilter filter) {
        return rows.count(filter.who(), filter.action(), filter.object(), filter.everybody(), filter.names());
    }
}
