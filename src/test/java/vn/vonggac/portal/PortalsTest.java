package vn.vonggac.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.portal.Drafts.agency;
import static vn.vonggac.portal.Drafts.portal;
import static vn.vonggac.portal.Drafts.problems;
import static vn.vonggac.portal.Drafts.saved;

@EachDatabase
class PortalsTest {

    private final TestInstallation installation;
    private final Agencies agencies;
    private final Portals portals;

    PortalsTest(TestInstallation installation) {
        this.installation = installation;
        agencies = installation.bean(Agencies.class);
        portals = installation.bean(Portals.class);
    }

    @BeforeEach
    void twoAgencies() {
        saved(agencies.add(Scope.EVERYTHING, agency("TINH"), "an"));
        saved(agencies.add(Scope.EVERYTHING, agency("XA", "TINH"), "an"));
    }

    @Test
    void aPortalIsKeptWithAllItsParts() {
        saved(installation.bean(HostingCompanies.class).add(Scope.EVERYTHING,
                new HostingCompanyDraft("Viễn thông A", "Bình", "binh@a.vn", "18001234"), "an"));
        saved(portals.add(Scope.EVERYTHING, portal("tinh.gov.vn", "TINH"), "an"));
        Portal portal = saved(portals.add(Scope.EVERYTHING,
                new PortalDraft("Sở Y tế", "HTTPS://SoYTe.tinh.gov.vn:443/", "tinh", "http://tinh.gov.vn",
                        "viễn thông a", "cdn.tinh.gov.vn, CDN.tinh.gov.vn.\nảnh.vn",
                        "/van-ban/\nb.gov.vn/yte",
                        "/van-ban/cu/", "zalo.me", "Y tế\ntỉnh", "3", "granted", "15m", "authorised"),
                "an"));

        assertThat(portals.find(Scope.EVERYTHING, portal.id())).contains(portal);
        assertThat(portal.home()).isEqualTo("https://soyte.tinh.gov.vn/");
        assertThat(portal.hosts()).containsExactly("cdn.tinh.gov.vn", "xn--nh-k5s.vn");
        assertThat(portal.prefixes()).containsExactly("soyte.tinh.gov.vn/van-ban/", "b.gov.vn/yte");
        assertThat(portal.rhythm()).isEqualTo(Duration.ofMinutes(15));
        assertThat(portal.tags()).containsExactly("y tế", "tỉnh");
        assertThat(portals.change(Scope.EVERYTHING, portal.id(), portals.draft(portal), "an"))
                .isEqualTo(new Outcome.Saved<>(portal));
    }

    @Test
    void whoAllowedQuestionsAndWhoTookItBackIsOnTheTrail() {
        PortalDraft plain = portal("a.gov.vn", "XA");
        Portal portal = saved(portals.add(Scope.EVERYTHING, plain, "an"));
        saved(portals.change(Scope.EVERYTHING, portal.id(), allowed(plain, "authorised"), "binh"));
        saved(portals.change(Scope.EVERYTHING, portal.id(), allowed(plain, "not-authorised"), "cuc"));

        assertThat(installation.bean(Audit.class)
                .find(new AuditFilter("", "portal.act.probing", "portal:" + portal.id()), 5, 0))
                .extracting(line -> line.who() + " " + line.detail())
                .containsExactly("cuc not-authorised", "binh authorised");
    }

    private static PortalDraft allowed(PortalDraft draft, String probing) {
        return new PortalDraft(draft.name(), draft.home(), draft.agency(), draft.parent(), draft.hosting(),
                draft.hosts(), draft.prefixes(), draft.exclusions(), draft.trustedHosts(), draft.tags(),
                draft.level(), draft.trustLabel(), draft.rhythm(), probing);
    }

    @Test
    void theSamePortalCannotBeEnteredTwice() {
        saved(portals.add(Scope.EVERYTHING, portal("https://a.gov.vn/", "XA"), "an"));
        for (String same : List.of("a.gov.vn", "HTTP://A.GOV.VN.:80", "https://a.gov.vn:443/./")) {
            assertThat(problems(portals.add(Scope.EVERYTHING, portal(same, "XA"), "an")))
                    .containsExactly("home: taken");
        }
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(problems(portals.add(Scope.EVERYTHING,
                new PortalDraft("", "https://a.gov.vn/", "XA", "b.gov.vn", "Không có", "a b", "ftp://x/", "",
                        "?",
                        "x".repeat(200), "6", "gold", "10s", "perhaps"),
                "an"))).containsExactly("name: missing", "parent: no-portal", "hosting: no-hosting",
                        "tags: tag", "hosts: host", "prefixes: place", "trustedHosts: host", "level: number",
                        "trustLabel: choice", "probing: choice", "rhythm: duration");
        assertThat(problems(portals.add(Scope.EVERYTHING, portal("javascript:alert(1)", "NO"), "an")))
                .containsExactly("home: url", "agency: no-agency");
        assertThat(portals.all(Scope.EVERYTHING)).isEmpty();
    }

    @Test
    void aPageBelongsToTheLongestPlace() {
        Portal whole = saved(portals.add(Scope.EVERYTHING, portal("https://a.gov.vn/", "TINH"), "an"));
        Portal part = saved(portals.add(Scope.EVERYTHING, portal("https://a.gov.vn/soyte", "XA"), "an"));

        assertThat(owner("http://a.gov.vn/x")).isEqualTo(whole);
        assertThat(owner("http://a.gov.vn/soyte/tin")).isEqualTo(part);
        assertThat(owner("http://a.gov.vn/soytekhac")).isEqualTo(whole);
        assertThat(portals.ownerOf(Scope.EVERYTHING, Url.parse("https://b.gov.vn/").orElseThrow())).isEmpty();
    }

    @Test
    void anExclusionIsNotCovered() {
        Portal portal = saved(
                portals.add(Scope.EVERYTHING, new PortalDraft("A", "a.gov.vn/index.html", "XA", "", "",
                        "b.gov.vn", "", "/old", "", "", "", "", "", ""), "an"));
        assertThat(portal.covers(Url.parse("https://a.gov.vn/new").orElseThrow())).isTrue();
        assertThat(portal.covers(Url.parse("https://b.gov.vn/old").orElseThrow())).isTrue();
        assertThat(portal.covers(Url.parse("https://a.gov.vn/old/x").orElseThrow())).isFalse();
        assertThat(portal.allHosts()).containsExactly("a.gov.vn", "b.gov.vn");
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        IntStream.rangeClosed(1, 7).forEach(i -> saved(portals.add(Scope.EVERYTHING,
                portal("p" + i + ".gov.vn", i % 2 == 0 ? "TINH" : "XA", "", i == 3 ? "khẩn, y tế" : ""),
                "an")));
        long tinh = agencies.withCode(Scope.EVERYTHING, "TINH").orElseThrow().id();
        long xa = agencies.withCode(Scope.EVERYTHING, "XA").orElseThrow().id();

        assertThat(homes(
                new PortalFilter("", 0, "", PortalFilter.Paused.EITHER, PortalFilter.Order.HOME, true), 1, 3))
                .containsExactly("p4", "p3", "p2");
        assertThat(homes(
                new PortalFilter("", xa, "", PortalFilter.Paused.EITHER, PortalFilter.Order.HOME, false), 0,
                50)).containsExactly("p1", "p3", "p5", "p7");
        assertThat(portals.list(Scope.EVERYTHING,
                new PortalFilter("", tinh, "", PortalFilter.Paused.EITHER, PortalFilter.Order.NAME, false), 0,
                2)
                .total()).isEqualTo(7);
        assertThat(homes(
                new PortalFilter("cong p5", 0, "", PortalFilter.Paused.NO, PortalFilter.Order.ADDED, false),
                0,
                50)).containsExactly("p5");
        assertThat(homes(
                new PortalFilter("", 0, "khẩn", PortalFilter.Paused.EITHER, PortalFilter.Order.LEVEL, false),
                0, 50)).containsExactly("p3");
        assertThat(homes(
                new PortalFilter("", 0, "tế", PortalFilter.Paused.EITHER, PortalFilter.Order.NAME, false), 0,
                50)).isEmpty();
    }

    @Test
    void aPauseHasAReasonAndEndsByItself() {
        Portal portal = saved(portals.add(Scope.EVERYTHING, portal("a.gov.vn", "XA"), "an"));
        assertThat(problems(portals.pause(Scope.EVERYTHING, Set.of(portal.id()), "", "2020-01-01", "an")))
                .containsExactly("reason: missing", "until: past");
        Portal paused = saved(
                portals.pause(Scope.EVERYTHING, Set.of(portal.id()), "nâng cấp", "2026-01-06T08:00", "an"))
                .getFirst();

        assertThat(paused.pausedUntil()).isEqualTo(Instant.parse("2026-01-06T01:00:00Z"));
        assertThat(portals.find(Scope.EVERYTHING, portal.id())).contains(paused);
        assertThat(homes(byPause(PortalFilter.Paused.YES), 0, 50)).containsExactly("a");
        installation.time().pass(Duration.ofDays(1));
        assertThat(paused.isPaused(installation.time().instant())).isFalse();
        assertThat(homes(byPause(PortalFilter.Paused.YES), 0, 50)).isEmpty();
        assertThat(homes(byPause(PortalFilter.Paused.NO), 0, 50)).containsExactly("a");
    }

    @Test
    void pausingIsForAllOrNone() {
        Portal portal = saved(portals.add(Scope.EVERYTHING, portal("a.gov.vn", "XA"), "an"));
        assertThat(portals.pause(Scope.EVERYTHING, Set.of(portal.id(), 999L), "x", "2027-01-01", "an"))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(portals.all(Scope.EVERYTHING)).containsExactly(portal);
    }

    @Test
    void aScopeHidesThePortalsOfOthers() {
        Portal mine = saved(portals.add(Scope.EVERYTHING, portal("a.gov.vn", "XA"), "an"));
        Portal other = saved(portals.add(Scope.EVERYTHING, portal("b.gov.vn", "TINH"), "an"));
        Scope scope = Scope.of(Set.of(mine.agencyId()));

        assertThat(portals.all(scope)).containsExactly(mine);
        assertThat(portals.list(scope, PortalFilter.ANY, 0, 50)).isEqualTo(new Listed<>(List.of(mine), 1));
        assertThat(portals.find(scope, other.id())).isEmpty();
        assertThat(portals.at(scope, Url.parse("b.gov.vn").orElseThrow())).isEmpty();
        assertThat(portals.ownerOf(scope, Url.parse("b.gov.vn/x").orElseThrow())).isEmpty();
        assertThat(portals.change(scope, other.id(), portal("c.gov.vn", "XA"), "an"))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(portals.remove(scope, other.id(), "an")).isInstanceOf(Outcome.Absent.class);
        assertThat(portals.pause(scope, Set.of(other.id()), "x", "2027-01-01", "an"))
                .isInstanceOf(Outcome.Absent.class);
        assertThat(problems(portals.change(scope, mine.id(), portal("a.gov.vn", "TINH"), "an")))
                .containsExactly("agency: no-agency");
        assertThat(problems(portals.add(scope, portal("d.gov.vn", "XA", "b.gov.vn", ""), "an")))
                .containsExactly("parent: no-portal");
    }

    @Test
    void aPortalWithComponentsIsNotRemoved() {
        Portal whole = saved(portals.add(Scope.EVERYTHING, portal("a.gov.vn", "XA"), "an"));
        Portal part = saved(portals.add(Scope.EVERYTHING, portal("b.gov.vn", "XA", "a.gov.vn", ""), "an"));
        assertThat(problems(portals.remove(Scope.EVERYTHING, whole.id(), "an")))
                .containsExactly(": components");
        assertThat(problems(
                portals.change(Scope.EVERYTHING, whole.id(), portal("a.gov.vn", "XA", "b.gov.vn", ""), "an")))
                .containsExactly("parent: circle");
        saved(portals.remove(Scope.EVERYTHING, part.id(), "an"));
        saved(portals.remove(Scope.EVERYTHING, whole.id(), "an"));
    }

    private static PortalFilter byPause(PortalFilter.Paused paused) {
        return new PortalFilter("", 0, "", paused, PortalFilter.Order.NAME, false);
    }

    private Portal owner(String url) {
        return portals.ownerOf(Scope.EVERYTHING, Url.parse(url).orElseThrow()).orElseThrow();
    }

    private List<String> homes(PortalFilter filter, int page, int size) {
        return portals.list(Scope.EVERYTHING, filter, page, size).rows().stream()
                .map(portal -> portal.homeKey().replace(".gov.vn", "")).toList();
    }
}
