package vn.vonggac.watch;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Url;

/** Looks on demand: asked for, followed while they are under way, read, called off. */
@Singleton
public final class Checks {

    private static final int LONGEST_NAME = 300;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    private final CheckRows rows;
    private final CheckParts parts;
    private final CheckText text;
    private final CheckLog log;
    private final CheckRuns runs;
    private final CheckLimits limits;
    private final CheckConfig config;
    private final Portals portals;
    private final Agencies agencies;
    private final Audit audit;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;

    Checks(CheckRows rows, CheckParts parts, CheckText text, CheckLog log, CheckRuns runs,
            CheckLimits limits, CheckConfig config, Portals portals, Agencies agencies, Audit audit,
            InstantSource time, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.parts = parts;
        this.text = text;
        this.log = log;
        this.runs = runs;
        this.limits = limits;
        this.config = config;
        this.portals = portals;
        this.agencies = agencies;
        this.audit = audit;
        this.time = time;
        this.transactions = transactions;
    }

    /** Another word once one was asked for, began or ended. */
    public String mark() {
        CheckRows.Standing standing = rows.standing();
        return standing.newest() + "-" + standing.queued() + "-" + standing.running();
    }

    /** Takes it, where it can be looked at and is not too much; it begins as soon as there is room. */
    public CheckAnswer ask(Asker asker, Asked asked) {
        List<Problem> problems = problems(asked);
        if (!problems.isEmpty()) {
            return new CheckAnswer.Rejected(problems);
        }
        CheckAnswer answer = takeUnlessLimited(asker, asked);
        runs.begin();
        return answer;
    }

    /** The same page or site once more, to be compared with what was there. */
    public Optional<CheckAnswer> askAgain(Asker asker, String id) {
        return find(asker.who(), asker.scope(), id).filter(check -> !check.draft())
                .map(check -> ask(asker, Asked.site(check.target(), check.pages()).after(check.id())));
    }

    private List<Problem> problems(Asked asked) {
        if (asked.pages() < 1 || asked.pages() > config.pages()) {
            return List.of(new Problem("pages", "watch.problem.pages", List.of(config.pages())));
        }
        if (asked.kind() == Check.Kind.URL) {
            return !INVISIBLE.matcher(asked.target()).find() && Url.parse(asked.target()).isPresent()
                    ? List.of()
                    : List.of(new Problem("url", "watch.problem.address", List.of()));
        }
        return asked.given().length > 0
                ? List.of()
                : List.of(new Problem("text", "watch.problem.nothing", List.of()));
    }

    private synchronized CheckAnswer takeUnlessLimited(Asker asker, Asked asked) {
        Optional<Url> url = asked.kind() == Check.Kind.URL ? Url.parse(asked.target()) : Optional.empty();
        String host = url.map(Url::host).orElse("");
        return limits.exceeded(asker, host)
                .orElseGet(() -> transactions.executeWrite(status -> take(asker, asked, url, host)));
    }

    private CheckAnswer take(Asker asker, Asked asked, Optional<Url> url, String host) {
        Instant now = time.instant();
        Optional<Portal> own = url.flatMap(address -> portals.ownerOf(asker.scope(), address));
        String target = url.map(Url::text).orElse(asked.target());
        CheckRow row = rows.save(new CheckRow(0, PublicIds.fresh(), asker.who(), asker.token(),
                own.map(portal -> Long.valueOf(portal.agencyId())).or(() -> home(asker.scope())).orElse(null),
                own.map(Portal::id).orElse(null), asked.kind(),
                target.length() > LONGEST_NAME && url.isEmpty() ? target.substring(0, LONGEST_NAME) : target,
                host, asked.pages(), asked.earlier(), Check.State.QUEUED,
                text.write(List.of(CheckStep.of(CheckStep.Kind.QUEUED))), "", 0, "", 0,
                now, now, null, now.plus(config.keep())));
        if (asked.kind() != Check.Kind.URL) {
            parts.add(row.id(), CheckParts.GIVEN, Base64.getEncoder().encodeToString(asked.given()));
        }
        audit.record(asker.who(), "watch.act.check", "check:" + row.publicId(), target);
        return new CheckAnswer.Taken(row.check(List.of()));
    }

    /** The agency whose people may read it: the uppermost that the asker sees; none for who sees all. */
    private Optional<Long> home(Scope scope) {
        if (scope.everything()) {
            return Optional.empty();
        }
        List<Agency> seen = agencies.all(scope);
        Set<Long> ids = seen.stream().map(Agency::id).collect(Collectors.toSet());
        return seen.stream()
                .filter(agency -> !ids.contains(Objects.requireNonNullElse(agency.parentId(), 0L)))
                .map(Agency::id).sorted().findFirst();
    }

    /** For whoever asked for it, and for those who see its agency. */
    public Optional<Check> find(String who, Scope scope, String id) {
        return row(who, scope, id).map(this::check);
    }

    private Optional<CheckRow> row(String who, Scope scope, String id) {
        return rows.find(id, who, scope.everything(), scope.ids());
    }

    private Check check(CheckRow row) {
        return row.check(text.steps(row.steps()));
    }

    /** What it came to, as far as it is there. */
    public CheckResult result(String who, Scope scope, String id) {
        return row(who, scope, id).flatMap(log::result).orElse(CheckResult.NOTHING);
    }

    /** Somebody's own checks, the newest first. */
    public Listed<Check> of(String who, int size, long skip) {
        return new Listed<>(rows.of(who, size, skip).stream().map(this::check).toList(), rows.countOf(who));
    }

    /** How many wait before this one. */
    public long before(String who, Scope scope, String id) {
        return row(who, scope, id).map(row -> rows.waiting(row.id())).orElse(0L);
    }

    /** How many wait of those that one may read. */
    public long waiting(String who, Scope scope) {
        return rows.waiting(who, scope.everything(), scope.ids());
    }

    /** Calls it off; one that is over stays as it is. */
    public Optional<Check> cancel(String who, Scope scope, String id) {
        Optional<CheckRow> row = row(who, scope, id);
        row.filter(found -> rows.cancel(found.id(), time.instant()) == 1).ifPresent(found -> {
            parts.remove(found.id(), CheckParts.GIVEN);
            audit.record(who, "watch.act.check-cancel", "check:" + id, found.target());
        });
        return row.flatMap(found -> find(who, scope, id));
    }

    /** How many pages of a site may be asked for. */
    public int mostPages() {
        return config.pages();
    }
}
