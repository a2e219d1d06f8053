package vn.vonggac.portal;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.audit.Audit;

/**
 * The hosting companies. They belong to no agency: everybody sees them, and only one whose scope is everything
 * changes them.
 */
@Singleton
public final class HostingCompanies {

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

    public Optional<HostingCompany> find(long id) {
        return rows.findById(id);
    }

    public Optional<HostingCompany> named(String name) {
        return rows.named(Fields.clean(name));
    }

    public Outcome<HostingCompany> add(Scope scope, HostingCompanyDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Fields fields = new Fields();
            HostingCompany company = read(scope, draft, fields, 0);
            return fields.sound()
                    ? kept(rows.save(company), "portal.act.hosting-add", who)
                    : new Outcome.Rejected<>(fields.problems());
        });
    }

    public Outcome<HostingCompany> change(Scope scope, long id, HostingCompanyDraft draft, String who) {
        return transactions.executeWrite(status -> {
            if (!rows.existsById(id)) {
                return new Outcome.Absent<>();
            }
            Fields fields = new Fields();
            HostingCompany company = read(scope, draft, fields, id);
            return fields.sound()
                    ? kept(rows.update(company), "portal.act.hosting-change", who)
                    : new Outcome.Rejected<>(fields.problems());
        });
    }

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
