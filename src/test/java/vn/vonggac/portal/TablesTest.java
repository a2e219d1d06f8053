package vn.vonggac.portal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.portal.Drafts.agency;
import static vn.vonggac.portal.Drafts.saved;

@EachDatabase
class TablesTest {

    private final TestInstallation installation;
    private final Tables tables;
    private final Agencies agencies;
    private final Portals portals;

    TablesTest(TestInstallation installation) {
        this.installation = installation;
        tables = installation.bean(Tables.class);
        agencies = installation.bean(Agencies.class);
        portals = installation.bean(Portals.class);
    }

    @Test
    void aTableAsExcelWritesItIsTakenInAnyOrderOfLines() {
        assertThat(agencies("""
                \ufeffcode;name;parent;validTo;successor\r
                XA;"Xã; bắc";TINH;;\r
                SO-CU;Sở cũ;TINH;28/2/2025;SO-MOI\r
                ;;;;\r
                SO-MOI;Sở mới;TINH;;\r
                tinh;Tỉnh;;;\r
                """)).isEqualTo(new Imported.Taken(4, 0, 0));
        assertThat(agencies.all(Scope.EVERYTHING)).extracting(Agency::code).containsExactlyInAnyOrder("XA",
                "SO-CU",
                "SO-MOI", "TINH");
        assertThat(agencies.draft(agencies.withCode(Scope.EVERYTHING, "SO-CU").orElseThrow()).successor())
                .isEqualTo("SO-MOI");
        assertThat(agencies.withCode(Scope.EVERYTHING, "XA").orElseThrow().name()).isEqualTo("Xã; bắc");
    }

    @Test
    void commasAndTabsSeparateAsWell() {
        assertThat(agencies("code,name\nA,a\n")).isEqualTo(new Imported.Taken(1, 0, 0));
        assertThat(agencies("CODE\tName\nB\tb\n")).isEqualTo(new Imported.Taken(1, 0, 0));
    }

    @Test
    void oneBadLineKeepsEveryLineOutAndEveryReasonIsSaid() {
        saved(agencies.add(Scope.EVERYTHING, agency("TINH"), "an"));
        long trail = installation.bean(Audit.class).count(AuditFilter.EVERYTHING);
        assertThat(problems("""
                name;home;agency;level
                Tốt;a.gov.vn;TINH;3
                ;b.gov.vn;TINH;9
                "Hai
                dòng";c.gov.vn;NO;
                Lặp;http://A.gov.vn:80/;TINH;
                Thiếu;x
                """)).containsExactly("7 : cells");
        assertThat(problems("""
                name;home;agency;level
                Tốt;a.gov.vn;TINH;3
                ;b.gov.vn;TINH;9
                "Hai
                dòng";c.gov.vn;NO;

                Lặp;http://A.gov.vn:80/;TINH;
                """)).containsExactly("3 name: missing", "3 level: number", "4 name: one-line",
                "4 agency: no-agency",
                "7 home: row-twice");
        assertThat(portals.all(Scope.EVERYTHING)).isEmpty();
        assertThat(installation.bean(Audit.class).count(AuditFilter.EVERYTHING)).isEqualTo(trail);
    }

    @Test
    void aHeaderThatCannotBeUsedIsSaid() {
        assertThat(problems("name;home;name;size\nx;y;z;1\n")).containsExactly("1 name: column-twice",
                "1 size: column",
                "1 agency: column-missing");
        assertThat(problems("")).containsExactly("1 : empty-table");
        assertThat(problems("name;home;agency\n")).containsExactly("1 : empty-table");
        assertThat(problems("name;home;agency\n\"open")).containsExactly("1 : no-table");
    }

    @Test
    void aTableInAnOldEncodingIsRefused() {
        byte[] old = "code;name\nA;Sở\n".replace("ở", "é").getBytes(Charset.forName("windows-1252"));
        assertThat(lines(tables.importAgencies(Scope.EVERYTHING, old, false, "an")))
                .containsExactly("1 : not-utf-8");
    }

    @Test
    void aDryRunSaysTheSameAndDoesNothing() {
        byte[] table = "code;name\nA;a\nB;b\n".getBytes(StandardCharsets.UTF_8);
        assertThat(tables.importAgencies(Scope.EVERYTHING, table, true, "an"))
                .isEqualTo(new Imported.Taken(2, 0, 0));
        assertThat(agencies.all(Scope.EVERYTHING)).isEmpty();
        assertThat(installation.bean(Audit.class).count(AuditFilter.EVERYTHING)).isZero();
    }

    @Test
    void whatIsHandedOutCanBeBroughtIn() {
        saved(agencies.add(Scope.EVERYTHING,
                new AgencyDraft("TINH", "=cmd|'x'!A1", "", "", "", "", "a;\"b\"", "",
                        "", "+84 912", ""),
                "an"));
        saved(agencies.add(Scope.EVERYTHING, agency("XA", "TINH"), "an"));
        saved(portals.add(Scope.EVERYTHING, Drafts.portal("a.gov.vn", "TINH"), "an"));
        saved(portals.add(Scope.EVERYTHING, new PortalDraft("B", "b.gov.vn", "XA", "a.gov.vn", "",
                "c.gov.vn\nd.gov.vn", "/x/", "/y/", "zalo.me", "y tế, xã", "2", "none", "90m", "authorised"),
                "an"));
        byte[] agencyTable = tables.exportAgencies(Scope.EVERYTHING);
        byte[] portalTable = tables.exportPortals(Scope.EVERYTHING);
        List<PortalDraft> before = drafts();

        assertThat(new String(agencyTable, StandardCharsets.UTF_8)).startsWith("\ufeffcode;name;")
                .contains("'=cmd");
        assertThat(tables.importAgencies(Scope.EVERYTHING, agencyTable, false, "an"))
                .isEqualTo(new Imported.Taken(0, 0, 2));
        assertThat(tables.importPortals(Scope.EVERYTHING, portalTable, false, "an"))
                .isEqualTo(new Imported.Taken(0, 0, 2));
        portals.all(Scope.EVERYTHING).reversed()
                .forEach(portal -> portals.remove(Scope.EVERYTHING, portal.id(), "an"));
        assertThat(tables.importPortals(Scope.EVERYTHING, portalTable, false, "an"))
                .isEqualTo(new Imported.Taken(2, 0, 0));
        assertThat(drafts()).isEqualTo(before);
    }

    @Test
    void linesOfOthersAreRefused() {
        Agency mine = saved(agencies.add(Scope.EVERYTHING, agency("MINE"), "an"));
        saved(agencies.add(Scope.EVERYTHING, agency("OTHER"), "an"));
        assertThat(lines(tables.importPortals(Scope.of(Set.of(mine.id())),
                "name;home;agency\nA;a.gov.vn;OTHER\n".getBytes(StandardCharsets.UTF_8), false, "an")))
                .containsExactly("2 agency: no-agency");
    }

    private List<PortalDraft> drafts() {
        return portals.all(Scope.EVERYTHING).stream().map(portals::draft).toList();
    }

    private Imported agencies(String table) {
        return tables.importAgencies(Scope.EVERYTHING, table.getBytes(StandardCharsets.UTF_8), false, "an");
    }

    private List<String> problems(String table) {
        return lines(
                tables.importPortals(Scope.EVERYTHING, table.getBytes(StandardCharsets.UTF_8), false, "an"));
    }

    private static List<String> lines(Imported imported) {
        return imported instanceof Imported.Refused(List<BadCell> problems)
                ? problems.stream().map(bad -> bad.line() + " " + bad.problem().field() + ": "
                        + bad.problem().messageKey().replace("portal.problem.", "")).toList()
                : List.of(imported.toString());
    }
}
