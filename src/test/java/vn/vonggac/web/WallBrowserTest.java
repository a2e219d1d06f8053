package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.account.AccessTokenDraft;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.IssuedToken;
import vn.vonggac.account.Sessions;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** A screen on the wall that nobody sits at, while the service is stopped and started again on the same port and data. */
class WallBrowserTest {

    private static final Chromium.Look LOOK = new Chromium.Look("vi", ColorScheme.LIGHT, 1920);

    @AutoClose
    private static final Chromium chromium = new Chromium();
    @TempDir
    private Path folder;
    private Map<String, Object> settings;
    private int port;

    @BeforeEach
    void choose() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        settings = Map.of("vonggac.http.port", port, "vonggac.data", folder.toString(),
                "vonggac.database.url", "");
    }

    @Test
    void itSaysThatItsNumbersAreOldAndShowsTheNewOnesByItself() {
        try (BrowserContext wall = chromium.open(LOOK, "http://127.0.0.1:" + port)) {
            Page screen = wall.newPage();
            try (RunningDesk before = RunningDesk.furnished(settings)) {
                assertThat(before.address()).endsWith(":" + port);
                open(screen, code(before));
                told(before, 1);
                screen.locator(".wall-alarms li").waitFor();
                assertThat(screen.locator(".wall-cut").isVisible()).isFalse();
            }
            screen.locator(".wall-cut").waitFor();
            Chromium.look(screen, "wallboard-cut");
            try (RunningDesk after = new RunningDesk(settings)) {
                told(after, 2);
                assertThat(after.address()).endsWith(":" + port);
                isWell(screen);
            }
        }
    }

    @Test
    void twoScreensOfOneBrowserShareAStreamAndTheOtherTakesItOver() {
        try (BrowserContext wall = chromium.open(LOOK, "http://127.0.0.1:" + port);
                RunningDesk desk = RunningDesk.furnished(settings)) {
            assertThat(desk.address()).endsWith(":" + port);
            AtomicInteger streams = new AtomicInteger();
            wall.onRequest(request -> streams.addAndGet(request.url().endsWith("/wallboard/live") ? 1 : 0));
            Page first = wall.newPage();
            open(first, code(desk));
            first.waitForCondition(() -> streams.get() == 1);
            Page second = wall.newPage();
            second.navigate("/wallboard");
            told(desk, 1);
            first.locator(".wall-alarms li").waitFor();
            second.locator(".wall-alarms li").waitFor();
            assertThat(streams).hasValue(1);
            first.close();
            told(desk, 2);
            second.locator(".wall-alarms li").nth(1).waitFor();
            assertThat(streams).hasValue(2);
        }
    }

    /** A reverse proxy answers with a page of its own as long as the service is away: it must not stay. */
    @Test
    void itComesBackFromBehindAProxyThatAnsweredInThePlaceOfTheService() {
        try (BrowserContext wall = chromium.open(LOOK, "http://127.0.0.1:" + port);
                RunningDesk desk = RunningDesk.furnished(settings)) {
            assertThat(desk.address()).endsWith(":" + port);
            Page screen = wall.newPage();
            AtomicInteger refused = new AtomicInteger();
            screen.route("**/wallboard/live", route -> badGateway(route, refused));
            open(screen, code(desk));
            screen.route("**/wallboard", route -> badGateway(route, refused));
            screen.locator(".wall-cut").waitFor();
            screen.waitForCondition(() -> refused.get() > 1);
            assertThat(screen.locator(".wall-cut").isVisible()).as("it is still the wall").isTrue();
            told(desk, 1);
            told(desk, 2);
            screen.unrouteAll();
            isWell(screen);
        }
    }

    private static void badGateway(Route route, AtomicInteger refused) {
        refused.incrementAndGet();
        route.fulfill(new Route.FulfillOptions().setStatus(502).setContentType("text/html")
                .setBody("<h1>502 Bad Gateway</h1>"));
    }

    private static void isWell(Page screen) {
        screen.locator(".wall-alarms li").nth(1).waitFor();
        screen.locator(".wall-cut")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static void open(Page screen, String code) {
        screen.navigate("/wallboard");
        screen.locator("#code").fill(code);
        screen.keyboard().press("Enter");
        screen.waitForURL("**/wallboard");
    }

    private static String code(RunningDesk desk) {
        String session = desk.cookie().split("=", 2)[1];
        Outcome<IssuedToken> issued = desk.bean(AccessTokens.class).issueDisplay(
                desk.bean(Sessions.class).find(session).orElseThrow(),
                new AccessTokenDraft("Phòng trực", Set.of(), "H23.12", "30"));
        return ((Outcome.Saved<IssuedToken>) issued).value().secret();
    }

    private static void told(RunningDesk desk, long portal) {
        desk.bean(Incidents.class).open(Scope.EVERYTHING, new ByHand(portal,
                "https://xa" + portal + ".binhminh.example/", Kind.values()[0], "NCSC", desk.now(), "gọi"),
                "an");
    }
}
