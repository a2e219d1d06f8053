package vn.vonggac.portal;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.audit.Audit;

/**
 * Agencies and portals brought in and handed out as tables. A table is taken whole or not at all, by the same
 * reading as a form; a dry run does everything and then undoes it, so that it cannot promise what the real run
 * refuses. What is handed out can be brought in again.
 */
@Singleton
public final class Tables {

    private static final List<String> AGENCY_COLUMNS = Draft.fields(AgencyDraft.class);
    private static final List<String> PORTAL_COLUMNS = Draft.fields(PortalDraft.class);

    private final Agencies agencies;
    private final Portals portals;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    Tables(Agencies agencies, Portals portals, Audit audit, TransactionOperations<Connection> transactions) {
        this.agencies = agencies;
        this.portals = portals;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Imported importAgencies(Scope scope, byte[] file, boolean dryRun, String who) {
        Table table = Table.read(file, AGENCY_COLUMNS, List.of("code", "name"));
        return take(table, dryRun, who, "portal.act.agency-import", new AgencyTable(agencies, scope, who));
    }

    public Imported importPortals(Scope scope, byte[] file, boolean dryRun, String who) {
        Table table = Table.read(file, PORTAL_COLUMNS, List.of("name", "home", "agency"));
        return take(table, dryRun, who, "portal.act.portal-import", new PortalTable(portals, scope, who));
    }

    private Imported take(Table table, boolean dryRun, String who, String action, TableImport<?> rows) {
        if (!table.problems().isEmpty()) {
            return new Imported.Refused(table.problems());
        }
        return transactions.executeWrite(status -> {
            Imported imported = rows.take(table.rows());
            if (dryRun || imported instanceof Imported.Refused) {
                status.setRollbackOnly();
            } else {
                audit.record(who, action, "table", imported.toString());
            }
            return imported;
        });
    }

    public byte[] exportAgencies(Scope scope) {
        Map<Long, String> codes = agencies.all(scope).stream()
                .collect(Collectors.toMap(Agency::id, Agency::code));
        return Table.write(AGENCY_COLUMNS, agencies.all(scope).stream()
                .map(agency -> cells(agencies.draft(agency, id -> codes.getOrDefault(id, "")))).toList());
    }

    public byte[] exportPortals(Scope scope) {
        return Table.write(PORTAL_COLUMNS,
                portals.all(scope).stream().map(portal -> cells(portals.draft(portal))).toList());
    }

    /** An empty table with its header, to be filled in. */
    public String emptyPortals() {
        return new String(Table.write(PORTAL_COLUMNS, List.of()), StandardCharsets.UTF_8);
    }

    private static List<String> cells(Draft draft) {
        return List.copyOf(draft.values().values());
    }
}
