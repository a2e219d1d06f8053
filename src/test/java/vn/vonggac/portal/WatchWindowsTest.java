package vn.vonggac.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.portal.Drafts.agency;
import static vn.vonggac.portal.Drafts.portal;
import static vn.vonggac.portal.Drafts.problems;
import static vn.vonggac.portal.Drafts.saved;

@EachDatabase
class WatchWindowsTest {

    private final TestInstallation installation;
    private final WatchWindows windows;

    WatchWindowsTest(TestInstallation installation) {
        this.installation = installation;
        windows = installation.bean(WatchWindows.class);
    }

    @Test
    void aWindowRunsByVietnamsClocks() {
        WatchWindow window = add("", "", "3");
        assertThat(windows.find(Scope.EVERYTHING, window.id())).contains(window);
        assertThat(window.startsAt()).isEqualTo(Instant.parse("2026-04-28T17:00:00Z"));
        at("2026-04-28T16:59:59Z");
        assertThat(windows.running(Scope.EVERYTHING)).isEmpty();
        at("2026-04-28T17:00:00Z");
        assertThat(windows.running(Scope.EVERYTHING)).containsExactly(window);
        at("2026-05-02T10:00:00Z");
        assertThat(windows.running(Scope.EVERYTHING)).isEmpty();
        assertThat(windows.draft(window)).isEqualTo(new WatchWindowDraft("Lễ", "2026-04-29T00:00",
                "2026-05-02T17:00", "", "", "3", "An: 0912"));
    }

    @Test
    void theDensestWindowOfAPortalCounts() {
        Agencies agencies = installation.bean(Agencies.class);
        Portals portals = installation.bean(Portals.class);
        saved(agencies.add(Scope.EVERYTHING, agency("TINH"), "an"));
        saved(agencies.add(Scope.EVERYTHING, agency("XA", "TINH"), "an"));
        saved(agencies.add(Scope.EVERYTHING, agency("KHAC"), "an"));
        Portal below = saved(portals.add(Scope.EVERYTHING, portal("a.gov.vn", "XA"), "an"));
        Portal tagged = saved(portals.add(Scope.EVERYTHING, portal("b.gov.vn", "KHAC", "", "y tế"), "an"));
        Portal plain = saved(portals.add(Scope.EVERYTHING, portal("c.gov.vn", "KHAC"), "an"));
        add("TINH", "", "2,5");
        add("", "Y tế", "4");
        assertThat(windows.factor(below)).isEqualTo(1);
        at("2026-05-01T00:00:00Z");
        assertThat(windows.factor(below)).isEqualTo(2.5);
        assertThat(windows.factor(tagged)).isEqualTo(4);
        assertThat(windows.factor(plain)).isEqualTo(1);
        add("", "", "2");
        assertThat(windows.factor(below)).isEqualTo(2.5);
        assertThat(windows.factor(plain)).isEqualTo(2);
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(problems(windows.add(Scope.EVERYTHING,
                new WatchWindowDraft("", "30-4-2026", "", "NO", "tag", "0", ""), "an")))
                .containsExactly("name: missing", "from: moment", "to: missing", "agency: no-agency",
                        "factor: number", "tag: agency-or-tag");
        assertThat(problems(windows.add(Scope.EVERYTHING,
                new WatchWindowDraft("x", "2026-05-02", "2026-05-01", "", "", "2", ""), "an")))
                .containsExactly("to: before-start");
        assertThat(problems(windows.add(Scope.EVERYTHING,
                new WatchWindowDraft("x", "2026-05-02", "2028-05-01", "", "", "2", ""), "an")))
                .containsExactly("to: too-far");
        assertThat(windows.list(Scope.EVERYTHING, 10, 0).total()).isZero();
    }

    @Test
    void aWindowForAllIsSeenByAllAndChangedByThoseWhoSeeAll() {
        saved(installation.bean(Agencies.class).add(Scope.EVERYTHING, agency("TINH"), "an"));
        WatchWindow all = add("", "", "2");
        WatchWindow ofOne = add("TINH", "", "2");
        Scope none = Scope.of(Set.of(999L));
        assertThat(windows.list(none, 10, 0).rows()).containsExactly(all);
        assertThat(windows.remove(none, ofOne.id(), "an")).isInstanceOf(Outcome.Absent.class);
        assertThat(problems(windows.remove(none, all.id(), "an"))).containsExactly(": not-yours");
        assertThat(problems(windows.change(none, all.id(), windows.draft(all), "an")))
                .contains("agency: missing");
        saved(windows.remove(Scope.EVERYTHING, all.id(), "an"));
    }

    @Test
    void theComingPeriodsAreReadyMade() {
        assertThat(windows.templates()).containsExactly(
                new WatchTemplate("congress", 2026, LocalDate.parse("2026-01-15"),
                        LocalDate.parse("2026-01-31")),
                new WatchTemplate("tet", 2026, LocalDate.parse("2026-02-13"), LocalDate.parse("2026-02-23")),
                new WatchTemplate("victory", 2026, LocalDate.parse("2026-04-28"),
                        LocalDate.parse("2026-05-02")),
                new WatchTemplate("ho-chi-minh", 2026, LocalDate.parse("2026-05-18"),
                        LocalDate.parse("2026-05-20")),
                new WatchTemplate("national-day", 2026, LocalDate.parse("2026-08-31"),
                        LocalDate.parse("2026-09-03")));
        at("2030-01-10T00:00:00Z");
        assertThat(windows.templates().getFirst()).isEqualTo(
                new WatchTemplate("tet", 2030, LocalDate.parse("2030-01-29"), LocalDate.parse("2030-02-08")));
        WatchWindow taken = saved(
                windows.add(Scope.EVERYTHING, windows.templates().getFirst().draft("Tết"), "an"));
        assertThat(taken.endsAt()).isEqualTo(Instant.parse("2030-02-08T17:00:00Z"));
    }

    private void at(String moment) {
        installation.time().set(Instant.parse(moment));
    }

    private WatchWindow add(String agency, String tag, String factor) {
        return saved(
                windows.add(Scope.EVERYTHING, new WatchWindowDraft("Lễ", "2026-04-29", "2026-05-02T17:00",
                        agency, tag, factor, "An: 0912"), "an"));
    }
}
