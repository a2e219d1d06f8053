package vn.vonggac.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.SignIn;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ApiTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "Vọng-gác-2026";

    private final TestInstallation installation;
    private String cookie = "";

    ApiTest(TestInstallation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void signIn() {
        Accounts accounts = installation.bean(Accounts.class);
        accounts.setUp(
                new Accounts.FirstAdministrator(accounts.newSetUpCode(), "An", "an", PASSWORD, PASSWORD));
        cookie = "vonggac-session=" + ((SignIn.Opened) accounts.signIn("an", PASSWORD, "127.0.0.1")).token();
    }

    @Test
    void agenciesAndPortalsAreKeptReadChangedAndRemoved() {
        assertThat(send("POST", "/agencies", "{\"code\":\"tinh\",\"name\":\"Tỉnh\"}").body())
                .contains("\"id\":1,\"code\":\"TINH\",\"name\":\"Tỉnh\"");
        HttpResponse<String> added = send("POST", "/portals",
                "{\"name\":\"A\",\"home\":\"a.gov.vn\",\"agency\":\"TINH\",\"hosts\":[\"b.gov.vn\",\"c.gov.vn\"],\"level\":3}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("\"home\":\"https://a.gov.vn/\"",
                "\"hosts\":[\"b.gov.vn\",\"c.gov.vn\"]", "\"level\":\"3\"", "\"rhythm\":\"30m\"");
        assertThat(send("GET", "/portals/1", "").body()).isEqualTo(added.body());
        assertThat(send("PUT", "/portals/1", "{\"name\":\"B\",\"home\":\"a.gov.vn\",\"agency\":\"TINH\"}")
                .body())
                .contains("\"name\":\"B\"", "\"hosts\":[]");
        assertThat(send("DELETE", "/agencies/1", "").statusCode()).isEqualTo(422);
        assertThat(send("DELETE", "/portals/1", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/portals/1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aListSaysWhichPageItIs() {
        for (int i = 1; i <= 3; i++) {
            send("POST", "/agencies", "{\"code\":\"A" + i + "\",\"name\":\"a" + i + "\"}");
        }
        assertThat(send("GET", "/agencies?page=2&size=2", "").body()).contains("\"code\":\"A3\"",
                "\"page\":2,\"size\":2,\"total\":3").doesNotContain("\"code\":\"A1\"");
        assertThat(send("GET", "/agencies?text=a2", "").body()).contains("\"total\":1");
        assertThat(send("GET", "/portals?size=1", "").body()).contains("\"items\":[]", "\"total\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=x", "size=201", "size=-1", "page=99999999999"})
    void aPageThatCannotBeIsAProblem(String query) {
        assertProblem(send("GET", "/portals?" + query, ""), 422, "unprocessable-entity");
        assertProblem(send("GET", "/agencies?" + query, ""), 422, "unprocessable-entity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{} | 422", "{\"code\":\"A\"} | 422",
            "[] | 400", "x | 400",
            "{\"code\":{\"a\":1},\"name\":\"x\"} | 422",
            "{\"code\":\"A\",\"name\":\"x\",\"admin\":true} | 422",
            "{\"code\":\"'; DROP TABLE agency; --\",\"name\":\"x\"} | 422",
            "{\"code\":\"A\",\"name\":\"\u202ex\"} | 422", "{\"code\":\"A\",\"name\":\"x\u200by\"} | 422",
            "{\"code\":\"A\",\"name\":null} | 422", "{\"code\":[1,2],\"name\":\"x\"} | 422"})
    void badInputWritesNothingAndSaysWhy(String body, int status) {
        HttpResponse<String> response = send("POST", "/agencies", body);
        assertProblem(response, status, status == 422 ? "unprocessable-entity" : "bad-request");
        assertThat(installation.bean(Agencies.class).all(Scope.EVERYTHING)).isEmpty();
        assertProblem(send("POST", "/portals", body), status,
                status == 422 ? "unprocessable-entity" : "bad-request");
        assertThat(installation.bean(Portals.class).all(Scope.EVERYTHING)).isEmpty();
    }

    @Test
    void tooLongAndTooMuchAreRefused() {
        assertProblem(send("POST", "/agencies", "{\"code\":\"A\",\"name\":\"" + "x".repeat(301) + "\"}"), 422,
                "unprocessable-entity");
        assertThat(send("POST", "/agencies", "{\"code\":\"" + "x".repeat(11_000_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(installation.bean(Agencies.class).all(Scope.EVERYTHING)).isEmpty();
    }

    @Test
    void whatIsNotThereIsAProblem() {
        for (String path : new String[]{"/agencies/999", "/portals/999", "/nothing"}) {
            assertProblem(send("GET", path, ""), 404, "not-found");
        }
        assertProblem(send("GET", "/portals/abc", ""), 400, "bad-request");
        assertProblem(send("PUT", "/portals/9", "{\"name\":\"x\"}"), 404, "not-found");
        assertProblem(send("DELETE", "/agencies/9", ""), 404, "not-found");
    }

    @Test
    void nobodyIsAnsweredWithoutSigningIn() {
        long before = installation.bean(Audit.class).count(AuditFilter.EVERYTHING);
        cookie = "";
        assertProblem(send("GET", "/portals", ""), 401, "unauthorized");
        cookie = "vonggac-session=made-up";
        assertProblem(send("POST", "/agencies", "{\"code\":\"A\",\"name\":\"x\"}"), 401, "unauthorized");
        assertThat(installation.bean(Audit.class).count(AuditFilter.EVERYTHING)).isEqualTo(before);
    }

    @Test
    void aFieldsProblemIsInTheReadersLanguage() {
        assertThat(send("POST", "/agencies", "{\"name\":\"x\"}").body())
                .contains("\"field\":\"code\",\"key\":\"portal.problem.missing\",\"text\":\"Chưa nhập.\"");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                kind -> assertThat(kind).startsWith("application/problem+json"));
        assertThat(response.body()).contains("\"type\":\"urn:vonggac:problem:" + type + "\"")
                .doesNotContain("vn.vonggac", "java.", "micronaut", "Exception", "SELECT");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("/api/v1" + path))
                .header("Accept-Language", "vi");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return CLIENT.send(request
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
