package vn.vonggac.portal;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import vn.vonggac.audit.Audit;

/**
 * The hosting companies. They belong to no agency: everybody sees them, and only one whose scope is everything
 * changes them.
 */
@Singleton
public final class HostingCompanies implements Kept<HostingCompany, HostingCompanyDraft> {

    private static final int ALL = 10_000;

    private final HostingRows rows;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    HostingCompanies(HostingRows rows, Audit audit, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Listed<HostingCompany> list(String text, int size, long skip) {
        String like = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return new Listed<>(rows.list(like, size, skip), rows.count(like));
    }

    public List<HostingCompany> all() {
        return list("", ALL, 0).rows();
    }

    @Override
    public Optional<HostingCompany> find(Scope scope, long id) {
        return find(id);
    }

    Optional<HostingCompany> find(long id) {
        return rows.findById(id);
    }

    @Override
    public HostingCompanyDraft draft(HostingCompany company) {
        return new HostingCompanyDraft(company.name(), company.contact(), company.email(), company.phone());
    }

    public Optional<HostingCompany> named(String name) {
        return rows.named(Fields.clean(name));
    }

    @Override
    public Outcome<HostingCompany> add(Scope scope, HostingCompanyDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Fields fields = new Fields();
            HostingCompany company = read(scope, draft, fields, 0);
            return fields.sound()
                    ? kept(rows.save(company), "portal.act.hosting-add", who)
                    : new Outcome.Rejected<>(fields.problems());
        });
    }

    @Override
    public Outcome<HostingCompany> change(Scope scope, long id, Predicate<HostingCompany> still,
            HostingCompanyDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Optional<HostingCompany> old = rows.lock(id).flatMap(held -> find(id));
            if (old.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!still.test(old.get())) {
                return new Outcome.Stale<>();
            }
            Fields fields = new Fields();
            HostingCompany company = read(scope, draft, fields, id);
            if (!fields.sound()) {
                return new Outcome.Rejected<>(fields.problems());
            }
            return company.equals(old.get())
                    ? new Outcome.Saved<>(company)
                    : kept(rows.update(company), "portal.act.hosting-change", who);
        });
    }

    @Override
    public Outcome<HostingCompany> remove(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> {
            Optional<HostingCompany> company = find(id);
            if (company.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!scope.everything() || rows.portals(id) > 0) {
                return Outcome.rejected("",
                        scope.everything() ? "portal.problem.in-use" : "portal.problem.not-yours");
            }
            rows.deleteById(id);
            return kept(company.get(), "portal.act.hosting-remove", who);
        });
    }

    private HostingCompany read(Scope scope, HostingCompanyDraft draft, Fields fields, long id) {
        HostingCompany company = new HostingCompany(id, fields.needed("name", draft.name(), 300),
                fields.line("contact", draft.contact(), 200), fields.mail("email", draft.email()),
                fields.phone("phone", draft.phone()));
        named(company.name()).filter(same -> same.id() != id)
                .ifPresent(same -> fields.reject("name", "taken", company.name()));
        if (!scope.everything()) {
            fields.reject("", "not-yours");
        }
        return company;
    }

    private Outcome<HostingCompany> kept(HostingCompany company, String action, String who) {
        audit.record(who, action, "hosting:" + company.id(), company.name());
        return new Outcome.Saved<>(company);
    }
}
