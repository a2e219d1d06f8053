package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.People;
import vn.vonggac.account.PersonDraft;
import vn.vonggac.account.Role;
import vn.vonggac.account.SignIn;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.HostingCompanyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.WatchWindowDraft;
import vn.vonggac.portal.WatchWindows;
import vn.vonggac.watch.Asked;
import vn.vonggac.watch.Asker;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.Checks;
import vn.vonggac.watch.RoundsByHand;

import static org.assertj.core.api.Assertions.assertThat;

/** The service with an empty database in memory, on a port of its own. */
final class RunningDesk implements AutoCloseable {

    static final String PLANTED = "<p>Tin tức</p><div style=\"display:none\">"
            + "<a href=\"https://new88.example/\">nhà cái uy tín, tải app tài xỉu đổi thưởng</a></div>";
    static final String PASSWORD = "Con mèo 3 chân nhảy!";

    private final TestInstallation installation;

    RunningDesk() {
        this(Map.of());
    }

    RunningDesk(Map<String, Object> settings) {
        installation = TestInstallation.with(settings);
    }

    /** One with an administrator, and with what {@link #furnish} brings. */
    static RunningDesk furnished() {
        return furnished(Map.of());
    }

    static RunningDesk furnished(Map<String, Object> settings) {
        RunningDesk desk = new RunningDesk(settings);
        desk.staff();
        desk.furnish();
        return desk;
    }

    String address() {
        return installation.address().toString();
    }

    <T> T bean(Class<T> type) {
        return installation.bean(type);
    }

    /** An administrator, and how she signs in. */
    void staff() {
        Accounts accounts = bean(Accounts.class);
        saved(accounts.setUp(new Accounts.FirstAdministrator(accounts.newSetUpCode(), "Nguyễn Thị An", "an",
                PASSWORD, PASSWORD)));
    }

    /** The cookie of a session of hers, as a header has it. */
    String cookie() {
        return installation.signIn("an", PASSWORD);
    }

    /** Her session in a browser, second factor and all. */
    void signIn(Page page) {
        String[] cookie = cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address())));
        page.navigate("/");
    }

    /** A page of hers, signed in. */
    Page page(BrowserContext context) {
        Page page = context.newPage();
        signIn(page);
        return page;
    }

    Instant now() {
        return installation.time().instant();
    }

    RoundsByHand rounds() {
        return new RoundsByHand(installation);
    }

    void pass(Duration time) {
        installation.time().pass(time);
    }

    /** The cookie of a session of hers that still owes the second factor. */
    String halfCookie() {
        cookie();
        return "vonggac-session=" + ((SignIn.Opened) bean(Accounts.class).signIn("an", PASSWORD, "127.0.0.1"))
                .token();
    }

    /** The same of somebody new. */
    String cookie(Role role, String agency) {
        return installation.signIn(role, agency);
    }

    /** Two agencies, sixty portals, a hosting company and a watch window. */
    void furnish() {
        Agencies agencies = bean(Agencies.class);
        saved(agencies.add(Scope.EVERYTHING,
                new AgencyDraft("H23", "Ủy ban nhân dân tỉnh Bình Minh", "", "", "",
                        "", "1 đường Hùng Vương", "Nguyễn Thị An", "an@binhminh.example", "0260 3862 000",
                        "0912 345 678"),
                "an"));
        saved(agencies.add(Scope.EVERYTHING, new AgencyDraft("H23.12", "Sở Xây dựng", "H23", "", "2020-01-01",
                "2040-01-01", "", "", "", "", ""), "an"));
        saved(bean(HostingCompanies.class).add(Scope.EVERYTHING,
                new HostingCompanyDraft("Công ty Máy chủ Việt", "Trần Văn Bình", "", "1900 1234"), "an"));
        for (int i = 1; i <= 60; i++) {
            saved(bean(Portals.class).add(Scope.EVERYTHING, portal(i), "an"));
        }
        saved(bean(Portals.class).pause(Scope.EVERYTHING, Set.of(2L), "nâng cấp hệ thống", "2199-01-01",
                "an"));
        saved(bean(WatchWindows.class).add(Scope.EVERYTHING, new WatchWindowDraft("Tết Dương lịch",
                "2026-01-01T00:00", "2026-01-08T00:00", "", "", "2", "An 0912 345 678"), "an"));
        saved(bean(People.class).invite(Scope.EVERYTHING,
                new PersonDraft("binh.tran", "Trần Văn Bình", "webmaster", "H23.12"), "an"));
    }

    /** An agency that has nothing to do with the others, and its portal. */
    void elsewhere() {
        saved(bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("K01", "Trường Đại học Ở Xa", "", "", "", "", "", "", "", "", ""), "an"));
        saved(bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng Ở Xa",
                "https://oxa.example/", "K01", "", "", "", "", "", "", "", "", "granted", "15m", ""), "an"));
    }

    /** A draft that would be flagged, and an address that must not be asked, both looked at. */
    void check() {
        Checks checks = bean(Checks.class);
        for (Asked asked : List.of(Asked.html(PLANTED), Asked.page("http://10.0.0.1/"))) {
            checks.ask(Asker.person("an", Scope.EVERYTHING), asked);
        }
        while (checks.of("an", 10, 0).rows().stream().anyMatch(Check::underWay)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static PortalDraft portal(int number) {
        return new PortalDraft("Cổng thông tin điện tử xã Bình Minh " + number,
                "https://xa" + number + ".binhminh.example/", number % 3 == 0 ? "H23" : "H23.12", "",
                number == 1 ? "Công ty Máy chủ Việt" : "", "", "", "/lich-cong-tac/", "",
                number % 5 == 0 ? "tết" : "",
                "2", "granted", "15m", number == 2 ? "authorised" : "");
    }

    private static void saved(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
    }

    /** Every page that can be reached by links from the first one, one of a kind, and one that is not there. */
    Set<String> paths(Page page) {
        Set<String> kinds = new TreeSet<>();
        Set<String> paths = new TreeSet<>(Set.of("/nothing"));
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty()) {
            String path = open.poll();
            if (kinds.add(
                    path.replaceAll("\\?.*", "").replaceAll("\\d+", "1").replaceAll("(?<=^/detectors/).+",
                            "one"))) {
                paths.add(path);
                page.navigate(path);
                open.addAll(links(page));
            }
        }
        return paths;
    }

    private static List<String> links(Page page) {
        List<?> found = (List<?>) page.evaluate("Array.from(document.querySelectorAll('a[href^=\"/\"]'))"
                + ".map(a => a.getAttribute('href'))"
                + ".filter(h => !h.startsWith('/look') && !/[.](csv|jsonl)/.test(h))");
        return found.stream().map(Object::toString).toList();
    }

    @Override
    public void close() {
        installation.close();
    }
}
