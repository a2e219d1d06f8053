package vn.vonggac.api;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

/** A program writes to those who answer for a portal as a person does: by the channel of mail, kept with the incident. */
class NoticesApiTest {

    private static TestInstallation installation;
    private static Program program;

    @BeforeAll
    static void start() {
        installation = TestInstallation.with(Map.of());
        program = Program.administrator(installation);
        program.post("/agencies", "{\"code\":\"TINH\",\"name\":\"Tỉnh\",\"email\":\"vp@tinh.example\"}");
        program.post("/portals", "{\"name\":\"A\",\"home\":\"a.gov.vn\",\"agency\":\"TINH\"}");
        program.post("/incidents", "{\"portal\":1,\"page\":\"https://a.gov.vn/\",\"kind\":\"defacement\","
                + "\"source\":\"A05\"}");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static HttpResponse<String> write(String to) {
        return program.post("/incidents/1/notices", "{\"to\":\"" + to
                + "\",\"subject\":\"Sự cố trang chủ\",\"body\":\"Xin kiểm tra ngay.\\nTrân trọng\"}");
    }

    @Test
    void aLetterGoesIntoTheOutboxWithItsLineInTheLogWhereThereIsAWayToWrite() {
        assertProblem(write("agency"), 409, "conflict");
        assertThat(program
                .post("/channels", "{\"name\":\"thư\",\"kind\":\"mail\",\"address\":\"127.0.0.1:1\","
                        + "\"manner\":\"none\",\"sender\":\"gac@tinh.example\",\"recipients\":[\"soc@tinh.example\"]}")
                .statusCode()).isEqualTo(201);
        assertProblem(write("hosting"), 409, "conflict");
        assertThat(program.get("/incidents/1/notices").body()).contains("\"total\":0");

        HttpResponse<String> written = write("agency");
        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.body()).contains("\"address\":\"vp@tinh.example\"", "\"addressee\":\"Tỉnh\"",
                "\"state\":\"waiting\"", "Xin kiểm tra ngay.\\nTrân trọng");
        assertThat(program.get("/incidents/1/notices").body()).contains("\"total\":1", "Sự cố trang chủ");
        assertThat(program.get("/incidents/1").body()).contains("\"noticed\"");
        assertProblem(program.send("POST", "/incidents/1/notices",
                "{\"to\":\"agency\",\"subject\":\"x\",\"body\":\"y\"}", "If-Match", "\"older\""), 412,
                "changed-meanwhile");
        assertProblem(program.get("/incidents/2/notices"), 404, "not-found");
    }
}
