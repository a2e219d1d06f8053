package vn.vonggac.api;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

/** A program adds a file to an incident and gets it back byte for byte, as something to keep and never to look at. */
class AttachmentsApiTest {

    private static final String PAGE = "<script>alert(1)</script>";

    private static TestInstallation installation;
    private static Program program;

    @BeforeAll
    static void start() {
        installation = TestInstallation.with(Map.of("vonggac.incident.attachment-size", 100));
        program = Program.administrator(installation);
        for (String code : new String[]{"A", "B"}) {
            program.post("/agencies", "{\"code\":\"" + code + "\",\"name\":\"Sở " + code + "\"}");
        }
        program.post("/portals", "{\"name\":\"A\",\"home\":\"a.gov.vn\",\"agency\":\"A\"}");
        program.post("/incidents", "{\"portal\":1,\"page\":\"https://a.gov.vn/\",\"kind\":\"defacement\","
                + "\"source\":\"A05\"}");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static HttpResponse<String> add(String query, String body) {
        return program.send("POST", "/incidents/1/attachments" + query, body.getBytes(StandardCharsets.UTF_8),
                "Content-Type", "application/octet-stream");
    }

    @Test
    void whatWasAddedComesBackAsBytesToKeepForThoseWhoSeeIt() {
        HttpResponse<String> added = add("?name=th%C6%B0%20s%E1%BB%91%201.html", PAGE);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).contains("\"name\":\"thư số 1.html\"", "\"size\":" + PAGE.length(),
                "\"sha256\":\"" + DigestUtils.sha256Hex(PAGE) + "\"", "\"author\":\"an\"");
        assertThat(program.get("/incidents/1/attachments").body()).contains("\"total\":1", "thư số 1.html");
        assertThat(program.get("/incidents/1").body()).contains("\"attached\"");

        HttpResponse<String> file = program.get("/incidents/1/attachments/1");
        assertThat(file.body()).isEqualTo(PAGE);
        assertThat(file.headers().map()).containsEntry("content-type", java.util.List
                .of("application/octet-stream"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"));
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;").endsWith("th%C6%B0%20s%E1%BB%91%201.html");

        Program stranger = Program.holding(installation, installation.signIn(Role.REVIEWER, "B"));
        assertProblem(stranger.get("/incidents/1/attachments"), 404, "not-found");
        assertProblem(stranger.get("/incidents/1/attachments/1"), 404, "not-found");
        Program auditor = Program.holding(installation, installation.signIn(Role.AUDITOR, "A"));
        assertThat(auditor.get("/incidents/1/attachments/1").statusCode()).isEqualTo(200);
        assertProblem(auditor.send("POST", "/incidents/1/attachments?name=x", new byte[]{1}, "Content-Type",
                "application/octet-stream"), 403, "forbidden");
    }

    @Test
    void whatIsTooLargeIsSaidAndNothingIsKept() {
        String before = program.get("/incidents/1/attachments").body();
        HttpResponse<String> refused = add("?name=to.bin", "x".repeat(101));
        assertProblem(refused, 422, "unprocessable-entity");
        assertThat(refused.body()).contains("to.bin");
        assertProblem(program.send("POST", "/incidents/1/attachments?name=x", new byte[]{1}, "Content-Type",
                "application/octet-stream", "If-Match", "\"older\""), 412, "changed-meanwhile");
        assertThat(program.get("/incidents/1/attachments").body()).isEqualTo(before);
    }
}
