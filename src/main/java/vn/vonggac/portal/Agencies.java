package vn.vonggac.portal;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.vonggac.audit.Audit;

/** The agencies and their tree. */
@Singleton
public final class Agencies implements Kept<Agency, AgencyDraft> {

    static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,49}");
    private static final int ALL = 100_000;

    private final AgencyRows rows;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    Agencies(AgencyRows rows, Audit audit, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** By name; {@code text} is looked for in name and code, diacritics or not. */
    public Listed<Agency> list(Scope scope, String text, int size, long skip) {
        String like = Fields.holding(text);
        return new Listed<>(rows.list(scope.everything(), scope.ids(), like, size, skip),
                rows.count(scope.everything(), scope.ids(), like));
    }

    public List<Agency> all(Scope scope) {
        return list(scope, "", ALL, 0).rows();
    }

    @Override
    public Optional<Agency> find(Scope scope, long id) {
        return rows.findById(id).filter(agency -> scope.includes(agency.id()));
    }

    public Optional<Agency> withCode(Scope scope, String code) {
        return rows.withCode(code.toUpperCase(Locale.ROOT)).filter(agency -> scope.includes(agency.id()));
    }

    /** The agency and everything below it in the tree. */
    public Set<Long> withThoseBelow(Collection<Long> agencies) {
        Map<Long, List<Long>> children = all(Scope.EVERYTHING).stream()
                .filter(agency -> agency.parentId() != null)
                .collect(Collectors.groupingBy(Agency::parentId,
                        Collectors.mapping(Agency::id, Collectors.toList())));
        Set<Long> found = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(agencies);
        while (!open.isEmpty()) {
            long agency = open.poll();
            if (found.add(agency)) {
                open.addAll(children.getOrDefault(agency, List.of()));
            }
        }
        return found;
    }

    @Override
    public Outcome<Agency> add(Scope scope, AgencyDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Fields fields = new Fields();
            Agency agency = read(scope, draft, fields, null);
            if (!scope.everything() && agency.parentId() == null && fields.isSound("parent")) {
                fields.reject("parent", "missing");
            }
            return fields.sound() ? kept(rows.save(agency), "portal.act.agency-add", who) : rejected(fields);
        });
    }

    @Override
    public Outcome<Agency> change(Scope scope, long id, Predicate<Agency> still, AgencyDraft draft,
            String who) {
        return transactions.executeWrite(status -> {
            Optional<Agency> old = rows.lock(id).flatMap(held -> find(scope, id));
            if (old.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!still.test(old.get())) {
                return new Outcome.Stale<>();
            }
            Fields fields = new Fields();
            Agency agency = read(scope, draft, fields, old.get());
            if (!fields.sound()) {
                return rejected(fields);
            }
            return agency.equals(old.get())
                    ? new Outcome.Saved<>(agency)
                    : kept(rows.update(agency), "portal.act.agency-change", who);
        });
    }

    /** Only one that nothing hangs on; any other ends by its last day. */
    @Override
    public Outcome<Agency> remove(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> {
            Optional<Agency> agency = find(scope, id);
            if (agency.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (rows.portals(id) + rows.dependants(id) + rows.windows(id) + rows.people(id)
                    + rows.channels(id) > 0) {
                return Outcome.rejected("", "portal.problem.in-use");
            }
            rows.deleteById(id);
            return kept(agency.get(), "portal.act.agency-remove", who);
        });
    }

    /** An agency as its form shows it, and as an exported table holds it. */
    @Override
    public AgencyDraft draft(Agency agency) {
        return draft(agency, id -> rows.findById(id).map(Agency::code).orElse(""));
    }

    AgencyDraft draft(Agency agency, Function<Long, String> code) {
        return new AgencyDraft(agency.code(), agency.name(),
                agency.parentId() == null ? "" : code.apply(agency.parentId()),
                agency.successorId() == null ? "" : code.apply(agency.successorId()),
                agency.validFrom() == null ? "" : agency.validFrom().toString(),
                agency.validTo() == null ? "" : agency.validTo().toString(), agency.address(),
                agency.contact(),
                agency.email(), agency.phone(), agency.dutyPhone());
    }

    private Outcome<Agency> kept(Agency agency, String action, String who) {
        audit.record(who, action, "agency:" + agency.id(), agency.code() + " " + agency.name());
        return new Outcome.Saved<>(agency);
    }

    private static <T> Outcome<T> rejected(Fields fields) {
        return new Outcome.Rejected<>(fields.problems());
    }

    private Agency read(Scope scope, AgencyDraft draft, Fields fields, @Nullable Agency old) {
        String code = code(fields, "code", draft.code());
        if (code.isEmpty() && fields.isSound("code")) {
            fields.reject("code", "missing");
        }
        String name = fields.needed("name", draft.name(), 300);
        Long parent = other(scope, fields, "parent", draft.parent(), code);
        Long successor = other(scope, fields, "successor", draft.successor(), code);
        LocalDate from = fields.date("validFrom", draft.validFrom()).orElse(null);
        LocalDate to = fields.date("validTo", draft.validTo()).orElse(null);
        Agency agency = new Agency(old == null ? 0 : old.id(), code, name, parent, successor, from, to,
                fields.line("address", draft.address(), 500), fields.line("contact", draft.contact(), 200),
                fields.mail("email", draft.email()), fields.phone("phone", draft.phone()),
                fields.phone("dutyPhone", draft.dutyPhone()), Fields.folded(code, name));
        check(agency, fields);
        return agency;
    }

    private static String code(Fields fields, String field, String typed) {
        return fields.shaped(field, typed.toUpperCase(Locale.ROOT), 50, CODE, "code");
    }

    private @Nullable Long other(Scope scope, Fields fields, String field, String typed, String own) {
        String code = code(fields, field, typed);
        if (code.isEmpty() || !fields.isSound(field)) {
            return null;
        }
        Optional<Agency> other = withCode(scope, code);
        if (other.isEmpty() || code.equals(own)) {
            fields.reject(field, code.equals(own) ? "itself" : "no-agency", code);
        }
        return other.map(Agency::id).orElse(null);
    }

    private void check(Agency agency, Fields fields) {
        rows.withCode(agency.code()).filter(same -> same.id() != agency.id())
                .ifPresent(same -> fields.reject("code", "taken", agency.code()));
        if (agency.validFrom() != null && agency.validTo() != null
                && agency.validTo().isBefore(agency.validFrom())) {
            fields.reject("validTo", "before-start");
        }
        if (agency.successorId() != null && agency.validTo() == null && fields.isSound("validTo")) {
            fields.reject("validTo", "end-needed");
        }
        if (agency.id() != 0 && agency.parentId() != null
                && withThoseBelow(Set.of(agency.id())).contains(agency.parentId())
                && fields.isSound("parent")) {
            fields.reject("parent", "circle");
        }
    }
}
