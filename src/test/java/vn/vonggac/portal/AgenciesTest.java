package vn.vonggac.portal;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.portal.Drafts.agency;
import static vn.vonggac.portal.Drafts.problems;
import static vn.vonggac.portal.Drafts.saved;

@EachDatabase
class AgenciesTest {

    private final Agencies agencies;
    private final Audit audit;

    AgenciesTest(TestInstallation installation) {
        agencies = installation.bean(Agencies.class);
        audit = installation.bean(Audit.class);
    }

    @Test
    void aUnitThatWasMergedEndsAndNamesItsSuccessor() {
        add("SO-KHCN");
        Agency old = saved(agencies.add(Scope.EVERYTHING,
                new AgencyDraft("so-tttt", "Sở Thông tin", "", "SO-KHCN",
                        "1/1/2008", "2025-02-28", "1 Lê Lợi", "An", "an@a.gov.vn", "0269 123456",
                        "+84 912 345 678"),
                "an"));

        assertThat(old.code()).isEqualTo("SO-TTTT");
        assertThat(old.existsOn(LocalDate.parse("2025-02-28"))).isTrue();
        assertThat(old.existsOn(LocalDate.parse("2025-03-01"))).isFalse();
        assertThat(old.existsOn(LocalDate.parse("2007-12-31"))).isFalse();
        assertThat(agencies.find(Scope.EVERYTHING, old.id())).contains(old);
        assertThat(agencies.draft(old).successor()).isEqualTo("SO-KHCN");
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(problems(agencies.add(Scope.EVERYTHING, new AgencyDraft("a b", "", "NO", "", "31/2/2025",
                "x", "\u202eabc", "a\nb", "not mail", "call", "x".repeat(60)), "an")))
                .containsExactly("code: code", "name: missing", "parent: no-agency", "validFrom: date",
                        "validTo: date", "address: invisible", "contact: one-line", "email: mail",
                        "phone: phone", "dutyPhone: long");
        assertThat(agencies.all(Scope.EVERYTHING)).isEmpty();
        assertThat(audit.count(AuditFilter.EVERYTHING)).isZero();
    }

    @Test
    void aCodeIsUniqueInAnyCase() {
        add("SO-YT");
        assertThat(problems(agencies.add(Scope.EVERYTHING, agency("so-yt"), "an")))
                .containsExactly("code: taken");
    }

    @Test
    void noAgencyLiesBelowItself() {
        Agency top = add("TINH");
        add("HUYEN", "TINH");
        add("XA", "HUYEN");
        assertThat(problems(agencies.change(Scope.EVERYTHING, top.id(), agency("TINH", "XA"), "an")))
                .containsExactly("parent: circle");
        assertThat(problems(agencies.change(Scope.EVERYTHING, top.id(), agency("TINH", "TINH"), "an")))
                .contains("parent: itself");
    }

    @Test
    void aScopeHidesTheAgenciesOfOthers() {
        Agency mine = add("MINE");
        Agency other = add("OTHER");
        Scope scope = Scope.of(List.of(mine.id()));

        assertThat(agencies.all(scope)).containsExactly(mine);
        assertThat(agencies.find(scope, other.id())).isEmpty();
        assertThat(agencies.withCode(scope, "OTHER")).isEmpty();
        assertThat(agencies.change(scope, other.id(), agency("OTHER"), "an"))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(agencies.remove(scope, other.id(), "an")).isInstanceOf(Outcome.Absent.class);
        assertThat(problems(agencies.add(scope, agency("NEW", "OTHER"), "an")))
                .containsExactly("parent: no-agency");
        assertThat(problems(agencies.add(scope, agency("NEW"), "an"))).containsExactly("parent: missing");
        assertThat(agencies.all(Scope.of(List.of()))).isEmpty();
    }

    @Test
    void nameAndCodeAreFoundWithoutDiacritics() {
        add("SO-YT");
        saved(agencies.add(Scope.EVERYTHING,
                new AgencyDraft("X1", "Sở Giáo dục và Đào tạo 100%", "", "", "", "", "", "", "", "", ""),
                "an"));
        assertThat(agencies.list(Scope.EVERYTHING, "dao tao", 10, 0).rows()).extracting(Agency::code)
                .containsExactly("X1");
        assertThat(agencies.list(Scope.EVERYTHING, "so-yt", 10, 0).total()).isEqualTo(1);
        assertThat(agencies.list(Scope.EVERYTHING, "100%", 10, 0).total()).isEqualTo(1);
        assertThat(agencies.list(Scope.EVERYTHING, "1%0", 10, 0).total()).isZero();
    }

    @Test
    void onlyAnAgencyThatNothingHangsOnIsRemoved() {
        Agency top = add("TINH");
        Agency below = add("XA", "TINH");
        assertThat(problems(agencies.remove(Scope.EVERYTHING, top.id(), "an"))).containsExactly(": in-use");
        saved(agencies.remove(Scope.EVERYTHING, below.id(), "an"));
        saved(agencies.remove(Scope.EVERYTHING, top.id(), "an"));
        assertThat(agencies.all(Scope.EVERYTHING)).isEmpty();
    }

    @Test
    void everyActIsOnTheTrailOnce() {
        Agency agency = add("TINH");
        saved(agencies.change(Scope.EVERYTHING, agency.id(), agency("TINH"), "binh"));
        saved(agencies.change(Scope.EVERYTHING, agency.id(), agency("TINH-2"), "binh"));
        assertThat(audit.find(AuditFilter.EVERYTHING, 10, 0)).extracting(AuditEntry::who, AuditEntry::action)
                .map(Object::toString)
                .containsExactly("(\"binh\", \"portal.act.agency-change\")",
                        "(\"an\", \"portal.act.agency-add\")");
    }

    private Agency add(String code) {
        return add(code, "");
    }

    private Agency add(String code, String parent) {
        return saved(agencies.add(Scope.EVERYTHING, agency(code, parent), "an"));
    }
}
