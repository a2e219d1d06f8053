package vn.vonggac.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit trail as a file, and where each line came from. */
class TrailExportTest {

    private static final int LINES = 2300;

    private static RunningDesk desk;
    private static String cookie;

    @BeforeAll
    static void start() {
        desk = new RunningDesk();
        desk.staff();
        desk.elsewhere();
        cookie = desk.cookie();
        for (int i = 0; i < LINES; i++) {
            desk.bean(Audit.class).record("robot", "portal.act.portal-add", "portal:" + i,
                    i == 7 ? "=HYPERLINK(\"x\")" : "dòng, \"" + i + "\"");
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void everyLineIsInTheFileOnceTheEldestFirst() throws Exception {
        HttpResponse<String> file = get("/audit/trail.jsonl?who=robot", cookie);
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue(
                "attachment; filename=\"nhat-ky.jsonl\"");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(LINES);
        for (int i : List.of(0, 7, 999, 1000, LINES - 1)) {
            try (JsonParser json = new JsonFactory().createParser(lines.get(i))) {
                assertThat(json.nextToken()).isNotNull();
            }
            assertThat(lines.get(i)).contains("\"object\":\"portal:" + i + "\"", "\"seal\":\"");
        }
    }

    @Test
    void aSpreadsheetReadsItAndRunsNothingOfIt() throws Exception {
        String file = get("/audit/trail.csv?who=robot&from=2026-01-05&to=2026-01-05", cookie).body();
        assertThat(file).startsWith("\uFEFFid,at,who,action,object,detail,source,seal\r\n")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"", "\"dòng, \"\"8\"\"\"");
        assertThat(file.lines()).hasSize(LINES + 1);
        assertThat(get("/audit/trail.csv?who=robot&from=2026-01-06", cookie).body().lines()).hasSize(1);
        assertThat(get("/audit/trail.csv?who=robot&to=2026-01-04", cookie).body().lines()).hasSize(1);
    }

    @Test
    void whoSeesOneAgencyTakesOutWhatItsPeopleDid() throws Exception {
        String auditor = desk.cookie(Role.AUDITOR, "K01");
        String file = get("/audit/trail.jsonl", auditor).body();
        assertThat(file).contains("account.act.sign-in").doesNotContain("robot", "\"who\":\"an\"");
    }

    @Test
    void takingItOutAndWhereItCameFromAreOnTheTrail() throws Exception {
        get("/audit/trail.csv?who=robot", cookie);
        AuditEntry line = desk.bean(Audit.class)
                .find(new AuditFilter("an", "account.act.trail-export", ""), 1, 0).getFirst();
        assertThat(line.source()).isEqualTo("127.0.0.1");
        assertThat(line.detail()).contains("csv").contains("robot");
        assertThat(desk.bean(Audit.class).verify().whole()).isTrue();
        assertThat(get("/audit?who=an", cookie).body()).contains("127.0.0.1");
    }

    private static HttpResponse<String> get(String path, String as) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(desk.address() + path)).header("Cookie", as).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
