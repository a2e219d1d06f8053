package vn.vonggac.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** The desk behind reverse proxies: 127.0.0.1 and the net 10.0.0.0/8 are listed, nobody else is believed. */
class ProxiesTest {

    private static final String LISTED = "127.0.0.1";
    private static final String STRANGER = "127.0.0.9";

    private static RunningDesk desk;

    @BeforeAll
    static void start() {
        desk = new RunningDesk(Map.of("vonggac.http.proxies", List.of(LISTED, "10.0.0.0/8", "fd00::/8")));
        desk.staff();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            // peer | X-Forwarded-For | who it was
            "127.0.0.1 | -                                  | 127.0.0.1",
            "127.0.0.1 | 203.0.113.7                        | 203.0.113.7",
            "127.0.0.1 | 203.0.113.7:4711                   | 203.0.113.7",
            "127.0.0.1 | [2001:db8::7]:4711                 | 2001:db8:0:0:0:0:0:7",
            "127.0.0.1 | 198.51.100.9, 203.0.113.7          | 203.0.113.7",
            "127.0.0.1 | 198.51.100.9, 203.0.113.7, 10.0.0.2, 10.9.9.9 | 203.0.113.7",
            "127.0.0.1 | 203.0.113.7, fd00::2, 10.0.0.2     | 203.0.113.7",
            "127.0.0.1 | 10.0.0.2                           | 10.0.0.2",
            "127.0.0.1 | 203.0.113.7, unknown               | 127.0.0.1",
            "127.0.0.1 | 203.0.113.7, <script>, 10.0.0.2    | 10.0.0.2",
            "127.0.0.9 | 203.0.113.7                        | 127.0.0.9",
            "127.0.0.9 | 203.0.113.7, 127.0.0.1             | 127.0.0.9"})
    void theTrailNamesTheSenderAsFarAsListedProxiesVouch(String peer, String path, String sender)
            throws Exception {
        signIn(peer, path == null ? Map.of() : Map.of("X-Forwarded-For", path));
        assertThat(desk.bean(Audit.class).find(AuditFilter.EVERYTHING, 1, 0).getFirst().detail())
                .isEqualTo(sender);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "127.0.0.1 | https       | 203.0.113.7           | true",
            "127.0.0.1 | http        | 203.0.113.7           | false",
            "127.0.0.1 | https, http | 203.0.113.7, 10.0.0.2 | true",
            "127.0.0.1 | https, http | 203.0.113.7           | false",
            "127.0.0.9 | https       | 203.0.113.7           | false"})
    void theCookieIsForHttpsOnlyWhereTheSenderSpokeIt(String peer, String scheme, String path, boolean secure)
            throws Exception {
        String cookie = signIn(peer, Map.of("X-Forwarded-Proto", scheme, "X-Forwarded-For", path)).headers()
                .firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.contains("Secure")).as(cookie).isEqualTo(secure);
        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void overTlsACookieThatANeighbourPlantedIsNobodys() throws Exception {
        String token = desk.cookie();
        assertThat(portals("https", token)).isEqualTo(303);
        assertThat(portals("https", "vonggac-session=planted; __Host-" + token)).isEqualTo(200);
        assertThat(portals("http", "__Host-" + token)).isEqualTo(303);
        String given = signIn(LISTED, Map.of("X-Forwarded-Proto", "https")).headers()
                .firstValue("Set-Cookie").orElseThrow();
        assertThat(given).startsWith("__Host-vonggac-session=").contains("Path=/;", "Secure")
                .doesNotContain("Domain");
    }

    private static int portals(String scheme, String cookie) throws Exception {
        return from(LISTED).send(HttpRequest.newBuilder(URI.create(desk.address() + "/portals"))
                .header("X-Forwarded-Proto", scheme).header("Cookie", cookie).build(),
                BodyHandlers.discarding()).statusCode();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "127.0.0.1 | gac.binhminh.gov.vn           | 303",
            "127.0.0.1 | other.example                 | 403",
            "127.0.0.1 | gac.binhminh.gov.vn/x         | 403",
            "127.0.0.9 | gac.binhminh.gov.vn           | 403"})
    void aFormFromTheNameThatTheProxyWasAskedIsOurs(String peer, String host, int status) throws Exception {
        assertThat(signIn(peer, Map.of("Origin", "https://gac.binhminh.gov.vn", "X-Forwarded-Host", host))
                .statusCode()).isEqualTo(status);
    }

    @Test
    void oneHeaderOnSeveralLinesIsOneList() throws Exception {
        HttpRequest.Builder request = signingIn().header("X-Forwarded-For", "198.51.100.9")
                .header("X-Forwarded-For", "203.0.113.7");
        from(LISTED).send(request.build(), BodyHandlers.discarding());
        assertThat(desk.bean(Audit.class).find(AuditFilter.EVERYTHING, 1, 0).getFirst().detail())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void nobodyIsBelievedUnlessTheOperatorListsThem() throws Exception {
        try (RunningDesk alone = new RunningDesk()) {
            alone.staff();
            HttpRequest request = HttpRequest.newBuilder(URI.create(alone.address() + "/sign-in"))
                    .header("X-Forwarded-For", "203.0.113.7").header("X-Forwarded-Proto", "https")
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(form()).build();
            HttpResponse<Void> answer = from(LISTED).send(request, BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
            assertThat(alone.bean(Audit.class).find(AuditFilter.EVERYTHING, 1, 0).getFirst().detail())
                    .isEqualTo(LISTED);
        }
    }

    private static HttpResponse<Void> signIn(String peer, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = signingIn();
        headers.forEach(request::header);
        return from(peer).send(request.build(), BodyHandlers.discarding());
    }

    private static HttpRequest.Builder signingIn() {
        return HttpRequest.newBuilder(URI.create(desk.address() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(form());
    }

    private static HttpRequest.BodyPublisher form() {
        return BodyPublishers.ofString(
                "name=an&password=" + URLEncoder.encode(RunningDesk.PASSWORD, StandardCharsets.UTF_8));
    }

    private static HttpClient from(String peer) {
        return HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(peer)).build();
    }
}
