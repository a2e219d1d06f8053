package vn.vonggac.watch;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Slug;

/** Where a run writes down how far it is, and at last what it found. */
@Singleton
final class CheckLog {

    private final CheckRows rows;
    private final CheckParts parts;
    private final CheckText text;
    private final CheckConfig config;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;

    CheckLog(CheckRows rows, CheckParts parts, CheckText text, CheckConfig config, InstantSource time,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.parts = parts;
        this.text = text;
        this.config = config;
        this.time = time;
        this.transactions = transactions;
    }

    Instant now() {
        return time.instant();
    }

    List<CheckStep> steps(CheckRow row) {
        return text.steps(row.steps());
    }

    /** Whether the check is still this run's to carry out. */
    boolean steps(CheckRow row, List<CheckStep> steps) {
        return rows.step(row.id(), row.run(), text.write(steps), now()) == 1;
    }

    Optional<byte[]> given(CheckRow row) {
        return parts.find(row.id(), CheckParts.GIVEN).map(body -> Base64.getDecoder().decode(body));
    }

    Optional<CheckResult> result(CheckRow row) {
        return parts.find(row.id(), CheckParts.RESULT).map(text::result);
    }

    void partial(CheckRow row, CheckResult result) {
        String body = text.write(result);
        if (parts.change(row.id(), CheckParts.RESULT, body) == 0) {
            parts.add(row.id(), CheckParts.RESULT, body);
        }
    }

    /** All at once or, where somebody called it off or took it over, not at all. */
    void finish(CheckRow row, CheckResult result, Check.State state) {
        transactions.executeWrite(status -> {
            Instant now = now();
            String verdict = state == Check.State.DONE ? Slug.of(result.verdict()) : "";
            long mine = rows.finish(row.id(), row.run(), state.name(), verdict, result.findings(), now,
                    now.plus(config.keep()));
            if (mine == 1 && state == Check.State.DONE) {
                partial(row, result);
            }
            if (mine == 1) {
                parts.remove(row.id(), CheckParts.GIVEN);
            }
            return mine;
        });
    }
}
