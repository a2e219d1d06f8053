package vn.vonggac.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.AccessTokenDraft;
import vn.vonggac.account.AccessTokens;
import vn.vonggac.account.IssuedToken;
import vn.vonggac.account.May;
import vn.vonggac.account.Role;
import vn.vonggac.account.Sessions;
import vn.vonggac.account.SignedIn;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.Asked;
import vn.vonggac.watch.Asker;
import vn.vonggac.watch.CheckAnswer;
import vn.vonggac.watch.Checks;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksApiTest {

    private static final String PLANTED = "<div style=display:none><a href=https://new88.example/>"
            + "nhà cái uy tín, tải app tài xỉu đổi thưởng</a></div>";
    private static final Pattern ID = Pattern.compile("\"id\":\"([\\w-]{22})\"");

    private TestInstallation installation;
    private Program program;

    @BeforeEach
    void start() {
        installation = TestInstallation.with(
                Map.of("vonggac.check.hourly-person", 6, "vonggac.check.hourly-token", 2));
        program = Program.administrator(installation);
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    @Test
    void eachTokenHasALimitOfItsOwn() {
        String cookie = installation.signIn(Role.WEBMASTER, "");
        Program nightly = Program.bearing(installation, token(cookie, "nightly"));
        String draft = "{\"text\":\"Thông báo họp\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(nightly.post("/checks", draft).statusCode()).isEqualTo(202);
        }
        Program.assertProblem(nightly.post("/checks", draft), 429, "too-many-requests");
        assertThat(Program.bearing(installation, token(cookie, "hourly")).post("/checks", draft).statusCode())
                .isEqualTo(202);
        assertThat(Program.holding(installation, cookie).post("/checks", draft).statusCode()).isEqualTo(202);
    }

    private String token(String cookie, String name) {
        SignedIn owner = installation.bean(Sessions.class).find(cookie.split("=", 2)[1]).orElseThrow();
        return ((Outcome.Saved<IssuedToken>) installation.bean(AccessTokens.class).issue(owner,
                new AccessTokenDraft(name, Set.of(May.CHECK), "", "1"))).value().secret();
    }

    @Test
    void anAuditorReadsACheckOfTheAgencyAndAsksForNone() {
        String id = id(program.post("/checks", "{\"html\":\"" + PLANTED + "\"}"));
        Program auditor = Program.holding(installation, installation.signIn(Role.AUDITOR, ""));
        assertThat(auditor.get("/checks/" + id + "/events").body()).contains("event: over");
        assertThat(auditor.get("/checks/" + id).body()).contains("\"verdict\":\"compromised\"");
        Program.assertProblem(auditor.post("/checks", "{\"text\":\"x\"}"), 403, "forbidden");
    }

    @Test
    void aCheckIsAskedForFollowedAndRead() {
        HttpResponse<String> asked = program.post("/checks", "{\"html\":\"" + PLANTED + "\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String id = id(asked);
        assertThat(asked.headers().firstValue("Location")).contains("/api/v1/checks/" + id);

        HttpResponse<String> events = program.get("/checks/" + id + "/events");
        assertThat(events.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(events.body()).contains("id: 1", "event: queued", "event: begun", "event: reading",
                "event: detecting",
                "event: over", "\"verdict\":\"compromised\"");
        String resumed = program.send("GET", "/checks/" + id + "/events", "", "Last-Event-ID", "2").body();
        assertThat(resumed).contains("id: 3", "event: over").doesNotContain("id: 1", "id: 2\n");

        assertThat(program.get("/checks/" + id).body()).contains("\"state\":\"done\"",
                "\"detector\":\"hidden-link\"", "\"quote\":\"nhà cái uy tín", "\"unseen\":[]");
        assertThat(program.get("/checks").body()).contains("\"total\":1", id);
        assertThat(program.send("DELETE", "/checks/" + id, "").body()).contains("\"state\":\"done\"");
    }

    @Test
    void anAddressThatMustNotBeAskedIsIncompleteAndCanBeAskedAgain() {
        String id = id(program.post("/checks", "{\"url\":\"http://10.0.0.1/\"}"));
        assertThat(program.get("/checks/" + id + "/events").body()).contains("event: asking",
                "\"word\":\"refused-gate\"", "\"verdict\":\"incomplete\"");
        HttpResponse<String> again = program.post("/checks/" + id + "/again", "");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).contains("\"earlier\":\"" + id + "\"");
        program.get("/checks/" + id(again) + "/events");
    }

    @Test
    void aDocumentIsHandedInAsItIs() {
        HttpResponse<String> asked = program.send("POST", "/checks/file?name=ban-nhap.html",
                PLANTED.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/html");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(program.get("/checks/" + id(asked) + "/events").body())
                .contains("\"verdict\":\"compromised\"");
    }

    @Test
    void badInputIsAProblemAndNothingIsAsked() {
        for (String body : new String[]{"{}", "{\"url\":\"ftp://a\"}", "{\"url\":\"a.vn\",\"text\":\"x\"}",
                "{\"url\":\"a.vn\",\"pages\":1000}", "{\"url\":\"a.vn\",\"pages\":\"many\"}",
                "{\"url\":\"a.vn\",\"probe\":true}"}) {
            HttpResponse<String> answer = program.post("/checks", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(answer.body()).contains("urn:vonggac:problem:unprocessable-entity", "\"field\":");
        }
        assertThat(program.get("/checks").body()).contains("\"total\":0");
        assertThat(program.get("/checks/khong-co").statusCode()).isEqualTo(404);
        assertThat(program.get("/checks/khong-co/events").statusCode()).isEqualTo(404);
        assertThat(program.send("DELETE", "/checks/khong-co", "").statusCode()).isEqualTo(404);
        assertThat(Program.nobody(installation).get("/checks").statusCode()).isEqualTo(401);
    }

    @Test
    void tooManyAreToldWhenToComeAgain() {
        for (int i = 0; i < 6; i++) {
            String id = id(program.post("/checks", "{\"text\":\"Thông báo " + i + "\"}"));
            program.get("/checks/" + id + "/events");
        }
        HttpResponse<String> limited = program.post("/checks", "{\"text\":\"Thông báo\"}");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValueSatisfying(
                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 3601));
        assertThat(limited.body()).contains("too-many-requests", "watch.limited.asker");
    }

    @Test
    void whatSomebodyOfNoAgencyAskedIsNotForAnotherPerson() {
        CheckAnswer answer = installation.bean(Checks.class)
                .ask(new Asker("binh", "", Scope.of(java.util.List.of())), Asked.text("Thông báo"));
        String id = ((CheckAnswer.Taken) answer).check().id();
        assertThat(program.get("/checks/" + id).statusCode()).as("an administrator sees all").isEqualTo(200);
        assertThat(program.get("/checks").body()).as("but it is not hers").contains("\"total\":0");
    }

    private static String id(HttpResponse<String> answer) {
        Matcher found = ID.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }
}
