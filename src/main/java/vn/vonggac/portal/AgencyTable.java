package vn.vonggac.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A table of agencies; the code says which is which. */
final class AgencyTable extends TableImport<Agency> {

    private final Agencies agencies;
    private final Scope scope;
    private final String who;

    AgencyTable(Agencies agencies, Scope scope, String who) {
        this.agencies = agencies;
        this.scope = scope;
        this.who = who;
    }

    @Override
    String key(Table.Row row) {
        return code(row.cell(0));
    }

    @Override
    String keyColumn() {
        return "code";
    }

    @Override
    List<String> hangsOn(Table.Row row) {
        return Stream.of(row.cell(2), row.cell(3)).map(AgencyTable::code).toList();
    }

    private static String code(String typed) {
        return Fields.clean(typed).toUpperCase(Locale.ROOT);
    }

    @Override
    Optional<Agency> kept(Table.Row row) {
        return agencies.withCode(scope, key(row));
    }

    @Override
    Outcome<Agency> add(Table.Row row) {
        return agencies.add(scope, row.draft(AgencyDraft.class), who);
    }

    @Override
    Outcome<Agency> change(Agency kept, Table.Row row) {
        return agencies.change(scope, kept.id(), row.draft(AgencyDraft.class), who);
    }
}
