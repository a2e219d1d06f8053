package vn.vonggac.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody tries who has a cookie, had one, or would like to give one away. */
class SessionAttackTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String NEW_PASSWORD = "Con chó 4 chân sủa!";

    private RunningDesk desk;

    @BeforeEach
    void start() {
        desk = new RunningDesk(Map.of("vonggac.account.address-failures", 3));
        desk.staff();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void aCookieThatSomebodyPlantedIsNotTheSessionsAfterwards() {
        String planted = "vonggac-session=chosen-by-somebody-else";
        String given = cookie(signIn("an", RunningDesk.PASSWORD, planted));
        assertThat(given).isNotEqualTo(planted);
        assertThat(isIn(planted)).isFalse();
        String half = given;
        assertThat(post("/factor", "code=000000", half).statusCode()).isIn(403, 303, 422);
        assertThat(isIn(half)).as("a password alone").isFalse();
    }

    @Test
    void theCookieFromBeforeTheFactorIsWorthNothingAfterIt() {
        String half = cookie(signIn("an", RunningDesk.PASSWORD, ""));
        String secret = get("/factor/enrol", half).body().replaceAll("(?s).*id=\"secret\">([^<]*)<.*", "$1");
        HttpResponse<String> enrolled = post("/factor/enrol",
                "code=" + vn.vonggac.cli.Telephone.code(secret, desk.now()), half);
        assertThat(enrolled.statusCode()).isEqualTo(200);
        assertThat(isIn(cookie(enrolled))).isTrue();
        assertThat(isIn(half)).isFalse();
        assertThat(cookie(enrolled)).isNotEqualTo(half);
    }

    @Test
    void aCookieIsWorthNothingAfterSigningOut() {
        String cookie = desk.cookie(Role.WEBMASTER, "");
        assertThat(isIn(cookie)).isTrue();
        post("/sign-out", "", cookie);
        assertThat(isIn(cookie)).isFalse();
        String one = desk.cookie(Role.WEBMASTER, "");
        post("/account/sign-out-everywhere", "everywhere=1", one);
        assertThat(isIn(one)).isFalse();
    }

    @Test
    void everyCookieFromBeforeAChangeOfPasswordIsWorthNothing() {
        String here = desk.cookie();
        String elsewhere = desk.cookie();
        HttpResponse<String> changed = post("/account/password", "old=" + encode(RunningDesk.PASSWORD)
                + "&password=" + encode(NEW_PASSWORD) + "&again=" + encode(NEW_PASSWORD), here);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(isIn(here)).isFalse();
        assertThat(isIn(elsewhere)).isFalse();
        assertThat(isIn(cookie(changed))).isTrue();
    }

    @Test
    void whoChangesThePasswordIsAskedWhetherTheTokensGoToo() {
        String cookie = desk.cookie();
        assertThat(get("/account/password", cookie).body()).doesNotContain("name=\"tokens\"");
        String token = issued(cookie);
        assertThat(bears(token)).isTrue();
        assertThat(Jsoup.parse(get("/account/password", cookie).body()).select("input[name=tokens]")
                .hasAttr("checked")).as("a change that nothing asked for").isTrue();
        assertThat(Jsoup.parse(get("/account", cookie).body()).select("input[name=tokens]")).hasSize(1);
        HttpResponse<String> changed = post("/account/password", "old=" + encode(RunningDesk.PASSWORD)
                + "&password=" + encode(NEW_PASSWORD) + "&again=" + encode(NEW_PASSWORD) + "&tokens=1",
                cookie);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(bears(token)).isFalse();
        String later = issued(cookie(changed));
        post("/account/sign-out-everywhere", "everywhere=1&tokens=1", cookie(changed));
        assertThat(bears(later)).isFalse();
    }

    private String issued(String cookie) {
        return Jsoup.parse(post("/account/tokens", "name=ci&rights=read&agency=&days=30", cookie).body())
                .select("#secret").text();
    }

    private boolean bears(String token) {
        return send(HttpRequest.newBuilder(at("/api/v1/portals")).header("Authorization", "Bearer " + token),
                "").statusCode() == 200;
    }

    @Test
    void aPageLeftOpenDoesNotKeepItsSession() throws IOException {
        String left = desk.cookie();
        for (int minute = 0; minute < 6; minute++) {
            desk.pass(Duration.ofMinutes(1));
            send(HttpRequest.newBuilder(at("/")).header("HX-Request", "true").header("HX-Trigger", "now"),
                    left);
            send(HttpRequest.newBuilder(at("/pulse")), left);
            try (var stream = stream("/live", left)) {
                assertThat(stream).isNotNull();
            }
        }
        assertThat(isIn(left)).isFalse();
        String used = desk.cookie();
        for (int minute = 0; minute < 6; minute++) {
            desk.pass(Duration.ofMinutes(1));
            assertThat(isIn(used)).isTrue();
        }
    }

    @Test
    void aForgedWayHidesNobodyFromTheLock() {
        for (int i = 0; i < 3; i++) {
            send(signingIn("somebody" + i, "wrong").header("X-Forwarded-For", "198.51.100." + i), "");
        }
        HttpResponse<String> next = send(
                signingIn("an", RunningDesk.PASSWORD).header("X-Forwarded-For", "198.51.100.99"), "");
        assertThat(next.statusCode()).isEqualTo(422);
        assertThat(desk.bean(Audit.class).find(new AuditFilter("an", "account.act.sign-in", ""), 1, 0))
                .isEmpty();
    }

    private boolean isIn(String cookie) {
        return get("/portals", cookie).statusCode() == 200;
    }

    private HttpResponse<String> signIn(String name, String password, String cookie) {
        return send(signingIn(name, password), cookie);
    }

    private HttpRequest.Builder signingIn(String name, String password) {
        return HttpRequest.newBuilder(at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + name + "&password=" + encode(password)));
    }

    private HttpResponse<String> post(String path, String body, String cookie) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)), cookie);
    }

    private HttpResponse<String> get(String path, String cookie) {
        return send(HttpRequest.newBuilder(at(path)), cookie);
    }

    private java.io.InputStream stream(String path, String cookie) throws IOException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(at(path)).header("Cookie", cookie).build(),
                    BodyHandlers.ofInputStream()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create(desk.address() + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String cookie) {
        try {
            return CLIENT.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
