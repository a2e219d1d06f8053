package vn.vonggac.portal;

import java.util.List;
import java.util.Optional;

/** A table of portals; the home says which is which. */
final class PortalTable extends TableImport<Portal> {

    private final Portals portals;
    private final Scope scope;
    private final String who;

    PortalTable(Portals portals, Scope scope, String who) {
        this.portals = portals;
        this.scope = scope;
        this.who = who;
    }

    @Override
    String key(Table.Row row) {
        return key(row.cell(1));
    }

    private static String key(String typed) {
        return Url.parse(typed).map(Url::key).orElse("");
    }

    @Override
    String keyColumn() {
        return "home";
    }

    @Override
    List<String> hangsOn(Table.Row row) {
        return row.cell(3).isBlank() ? List.of() : List.of(key(row.cell(3)));
    }

    @Override
    Optional<Portal> kept(Table.Row row) {
        return Url.parse(row.cell(1)).flatMap(home -> portals.at(scope, home));
    }

    @Override
    Outcome<Portal> add(Table.Row row) {
        return portals.add(scope, row.draft(PortalDraft.class), who);
    }

    @Override
    Outcome<Portal> change(Portal kept, Table.Row row) {
        return portals.change(scope, kept.id(), row.draft(PortalDraft.class), who);
    }
}
