package vn.vonggac.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

@EachDatabase
class ApiTest {

    private final TestInstallation installation;
    private Program program;

    ApiTest(TestInstallation installation) {
        this.installation = installation;
        this.program = Program.nobody(installation);
    }

    @BeforeEach
    void signIn() {
        program = Program.administrator(installation);
    }

    @Test
    void agenciesAndPortalsAreKeptReadChangedAndRemoved() {
        assertThat(send("POST", "/agencies", "{\"code\":\"tinh\",\"name\":\"Tỉnh\"}").body())
                .contains("\"id\":1,\"code\":\"TINH\",\"name\":\"Tỉnh\"");
        HttpResponse<String> added = send("POST", "/portals",
                "{\"name\":\"A\",\"home\":\"a.gov.vn\",\"agency\":\"TINH\",\"hosts\":[\"b.gov.vn\",\"c.gov.vn\"],\"level\":3}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("\"home\":\"https://a.gov.vn/\"",
                "\"hosts\":[\"b.gov.vn\",\"c.gov.vn\"]", "\"level\":\"3\"", "\"rhythm\":\"5m\"");
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
        program.assertTooLarge("POST", "/agencies",
                ("{\"code\":\"" + "x".repeat(11_000_000) + "\"}").getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
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
        program = Program.nobody(installation);
        assertProblem(send("GET", "/portals", ""), 401, "unauthorized");
        program = Program.holding(installation, "vonggac-session=made-up");
        assertProblem(send("POST", "/agencies", "{\"code\":\"A\",\"name\":\"x\"}"), 401, "unauthorized");
        assertThat(installation.bean(Audit.class).count(AuditFilter.EVERYTHING)).isEqualTo(before);
    }

    @Test
    void aFieldsProblemIsInTheReadersLanguage() {
        assertThat(send("POST", "/agencies", "{\"name\":\"x\"}").body())
                .contains("\"field\":\"code\",\"key\":\"portal.problem.missing\",\"text\":\"Chưa nhập.\"");
    }

    @Test
    void aThingIsChangedOnlyWhileItIsAsItWasRead() {
        send("POST", "/agencies", "{\"code\":\"A\",\"name\":\"một\"}");
        String first = version(send("GET", "/agencies/1", ""));
        HttpResponse<String> changed = program.send("PUT", "/agencies/1",
                "{\"code\":\"A\",\"name\":\"hai\"}", "If-Match", first);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(version(changed)).isNotEqualTo(first).isEqualTo(version(send("GET", "/agencies/1", "")));
        assertProblem(program.send("PUT", "/agencies/1", "{\"code\":\"A\",\"name\":\"ba\"}", "If-Match",
                first), 412, "changed-meanwhile");
        assertThat(send("GET", "/agencies/1", "").body()).contains("\"name\":\"hai\"");
        for (String nothing : List.of("", " ")) {
            assertProblem(program.send("PUT", "/agencies/1", "{\"code\":\"A\",\"name\":\"ba\"}", "If-Match",
                    nothing), 428, "precondition-required");
        }
        for (String any : List.of("*", "\"x\", " + version(changed))) {
            assertThat(program.send("PUT", "/agencies/1", "{\"code\":\"A\",\"name\":\"bốn\"}", "If-Match",
                    any).statusCode()).isEqualTo(any.equals("*") ? 200 : 412);
        }
    }

    @Test
    void whatWasReadCanBeSentBack() {
        send("POST", "/agencies", "{\"code\":\"TINH\",\"name\":\"Tỉnh\"}");
        send("POST", "/hosting-companies", "{\"name\":\"Máy chủ Việt\"}");
        send("POST", "/portals",
                "{\"name\":\"A\",\"home\":\"a.gov.vn\",\"agency\":\"TINH\",\"tags\":[\"tết\"],"
                        + "\"hosting\":\"Máy chủ Việt\"}");
        send("POST", "/watch-windows",
                "{\"name\":\"Tết\",\"from\":\"2027-02-01\",\"to\":\"2027-02-10\",\"factor\":3}");
        long before = installation.bean(Audit.class).count(AuditFilter.EVERYTHING);
        for (String path : List.of("/agencies/1", "/hosting-companies/1", "/portals/1", "/watch-windows/1")) {
            HttpResponse<String> read = send("GET", path, "");
            HttpResponse<String> again = send("PUT", path, read.body());
            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(read.body());
        }
        assertThat(installation.bean(Audit.class).count(AuditFilter.EVERYTHING)).as("nothing was changed")
                .isEqualTo(before);
    }

    @Test
    void manyPortalsRestAndGoOnTogetherOrNotAtAll() {
        twoPortals();
        String pause = "{\"portals\":[%s],\"reason\":\"nâng cấp\",\"until\":\"2100-01-01\"}";
        assertProblem(send("POST", "/portals/pause", pause.formatted("1,99")), 404, "not-found");
        assertThat(send("GET", "/portals?paused=yes", "").body()).contains("\"total\":0");
        assertThat(send("POST", "/portals/pause", pause.formatted("1,2")).body())
                .contains("\"pausedUntil\":\"2099-12-31T17:00:00Z\"", "\"pausedReason\":\"nâng cấp\"");
        assertThat(send("GET", "/portals?paused=yes", "").body()).contains("\"total\":2");
        assertThat(send("POST", "/portals/resume", "{\"portals\":[2]}").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/portals?paused=yes", "").body()).contains("\"total\":1");
        assertThat(send("POST", "/portals/1/look-now", "").statusCode()).isEqualTo(202);
        assertProblem(send("POST", "/portals/99/look-now", ""), 404, "not-found");
    }

    @Test
    void portalsAreFilteredAndSorted() {
        twoPortals();
        assertThat(send("GET", "/portals?sort=home&descending=true&size=1", "").body())
                .contains("https://b.gov.vn/").doesNotContain("https://a.gov.vn/");
        assertThat(send("GET", "/portals?tag=t%E1%BA%BFt", "").body()).contains("\"total\":1");
        assertThat(send("GET", "/portals?agency=1", "").body()).contains("\"total\":2");
        for (String query : List.of("sort=x", "descending=perhaps", "agency=x", "nothing=1", "tag=a&tag=b",
                "text=%FF", "text=a%E2%80%8Bb", "text=" + "x".repeat(301))) {
            assertProblem(send("GET", "/portals?" + query, ""), 422, "unprocessable-entity");
        }
    }

    private void twoPortals() {
        send("POST", "/agencies", "{\"code\":\"TINH\",\"name\":\"Tỉnh\"}");
        send("POST", "/portals",
                "{\"name\":\"A\",\"home\":\"a.gov.vn\",\"agency\":\"TINH\",\"tags\":[\"tết\"]}");
        send("POST", "/portals", "{\"name\":\"B\",\"home\":\"b.gov.vn\",\"agency\":\"TINH\"}");
    }

    @Test
    void aTableIsTriedThenWrittenOrRefusedWithItsLines() {
        String table = "code;name\nTINH;Tỉnh\n";
        assertThat(csv("/agencies/table", table).body())
                .isEqualTo("{\"written\":false,\"added\":1,\"changed\":0,\"unchanged\":0}");
        assertThat(installation.bean(Agencies.class).all(Scope.EVERYTHING)).isEmpty();
        assertThat(csv("/agencies/table?dryRun=false", table).body()).contains("\"written\":true");
        HttpResponse<String> refused = csv("/portals/table?dryRun=false",
                "name;home;agency\nA;a.gov.vn;TINH\nB;ftp://x;NONE\n");
        assertProblem(refused, 422, "unprocessable-entity");
        assertThat(refused.body()).contains("\"line\":3,\"field\":\"home\"",
                "\"line\":3,\"field\":\"agency\"");
        assertThat(installation.bean(Portals.class).all(Scope.EVERYTHING)).isEmpty();
        String exported = send("GET", "/agencies/table", "").body();
        assertThat(exported).contains("TINH");
        assertThat(csv("/agencies/table", exported).body()).contains("\"unchanged\":1");
    }

    private HttpResponse<String> csv(String path, String table) {
        return program.send("POST", path, table, "Content-Type", "text/csv");
    }

    @Test
    void anIncidentIsToldReadHandledAndFound() {
        twoPortals();
        HttpResponse<String> told = send("POST", "/incidents",
                "{\"portal\":1,\"page\":\"https://a.gov.vn/tin\","
                        + "\"kind\":\"defacement\",\"source\":\"Công an tỉnh\",\"note\":\"trang chủ bị thay\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
        assertThat(told.body()).contains("\"kind\":\"defacement\",\"status\":\"open\"",
                "\"firstPage\":\"https://a.gov.vn/tin\"");
        assertThat(step("acknowledge", "{}").body()).contains("\"status\":\"acknowledged\"",
                "\"assignee\":\"an\"");
        assertThat(step("severity", "{\"severity\":\"critical\",\"note\":\"nặng\"}").body())
                .contains("\"severity\":\"critical\"");
        assertProblem(step("close", "{\"resolution\":\"true-positive\",\"note\":\"sạch\"}"), 409, "conflict");
        assertThat(step("close", "{\"resolution\":\"duplicate\"}").body())
                .contains("\"field\":\"note\",\"key\":\"portal.problem.missing\"");
        assertThat(send("GET", "/incidents?kind=defacement", "").body()).contains("\"total\":1");
        assertThat(step("close", "{\"resolution\":\"duplicate\",\"note\":\"trùng\"}").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/incidents", "").body()).contains("\"total\":0");
        assertThat(send("GET", "/incidents?status=closed&portal=1", "").body()).contains("\"total\":1");
        assertThat(send("GET", "/incidents/1", "").body()).contains("\"resolution\":\"duplicate\"",
                "\"deed\":\"raised-by-hand\"", "\"who\":\"an\",\"deed\":\"closed\"",
                "\"url\":\"https://a.gov.vn/tin\"");
        assertThat(step("reopen", "{\"note\":\"lại bị\"}").body()).contains("\"status\":\"open\"");
        assertThat(step("look-again", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whatOnlySomeAreShownIsFoundAndAPersonSaysThatWhatIsContainedIsRestored() {
        twoPortals();
        Instant at = installation.time().instant().minusSeconds(600);
        Finding link = new Finding("hidden-link", Family.PLACE, Severity.HIGH, 0.97, "search-engine",
                Place.NOWHERE, "nhà cái", "detector.hidden-link", List.of("4", "kubet.example"),
                List.of("kubet.example"));
        Incidents incidents = installation.bean(Incidents.class);
        incidents.observe(new Sighting("1", "https://a.gov.vn/tin", at, new Verdict(
                Verdict.Level.COMPROMISED, 0.99, List.of(link), List.of()), true));
        assertThat(send("GET", "/incidents?seen=search-engine", "").body()).contains("\"total\":1",
                "\"onlyFor\":[\"search-engine\"]");
        assertThat(send("GET", "/incidents?seen=some", "").body()).contains("\"total\":1");
        assertThat(send("GET", "/incidents?seen=phone", "").body()).contains("\"total\":0");

        assertProblem(step("restored", "{\"note\":\"giao diện mới\"}"), 409, "conflict");
        incidents.observe(new Sighting("1", "https://a.gov.vn/tin", at.plusSeconds(60), new Verdict(
                Verdict.Level.CLEAN, 0, List.of(), List.of()), true));
        assertThat(step("restored", "{}").body())
                .contains("\"field\":\"note\",\"key\":\"portal.problem.missing\"");
        assertThat(step("restored", "{\"note\":\"giao diện mới\"}").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/incidents/1", "").body()).contains("\"moment\":\"t0\"",
                "\"moment\":\"contained\"", "\"moment\":\"restored\"", "\"who\":\"an\"");
    }

    private HttpResponse<String> step(String step, String body) {
        return send("POST", "/incidents/1/" + step, body);
    }

    @Test
    void theTrailIsFiltered() {
        twoPortals();
        assertThat(send("GET", "/audit?action=portal.act.portal-add", "").body()).contains("\"total\":2",
                "\"object\":\"portal:2\"");
        assertThat(send("GET", "/audit?who=nobody", "").body()).contains("\"total\":0");
    }

    @Test
    void templatesAreReadyToBeAdded() {
        String templates = send("GET", "/watch-windows/templates", "").body();
        Matcher first = Pattern.compile("\\{\"id\":0.*?}").matcher(templates);
        assertThat(first.find()).as(templates).isTrue();
        assertThat(send("POST", "/watch-windows", first.group()).statusCode()).isEqualTo(201);
        assertThat(send("GET", "/watch-windows", "").body()).contains("\"total\":1");
    }

    private static String version(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return program.send(method, path, body);
    }
}
