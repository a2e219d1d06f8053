package vn.vonggac.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vonggac.api.Program.assertProblem;

@EachDatabase
class SessionTest {

    private static final String GOOD = "{\"name\":\"An\",\"password\":\"" + Program.PASSWORD + "\"}";
    private static final String BAD = "{\"name\":\"an\",\"password\":\"sai\"}";

    private final TestInstallation installation;
    private final Program nobody;

    SessionTest(TestInstallation installation) {
        this.installation = installation;
        this.nobody = Program.nobody(installation);
    }

    @BeforeEach
    void setUp() {
        Program.administrator(installation);
    }

    @Test
    void aSessionIsOpenedShownAndClosed() {
        HttpResponse<String> opened = nobody.post("/session", GOOD);
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(opened.body()).isEqualTo("{\"name\":\"an\",\"fullName\":\"An\",\"role\":\"administrator\","
                + "\"everything\":true,\"agencies\":[],\"owes\":\"factor\"}");
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HTTPOnly", "SameSite=Lax");
        Program an = Program.holding(installation, cookie.split(";")[0]);
        assertThat(an.get("/session").body()).isEqualTo(opened.body());
        assertThat(an.send("DELETE", "/session", "").statusCode()).isEqualTo(204);
        assertProblem(an.get("/session"), 401, "unauthorized");
    }

    @Test
    void tooManyFailuresLockAsOnTheDesk() {
        for (int i = 0; i < 4; i++) {
            assertProblem(nobody.post("/session", BAD), 401, "wrong-sign-in");
        }
        HttpResponse<String> locked = nobody.post("/session", BAD);
        assertProblem(locked, 429, "too-many-requests");
        assertThat(locked.headers().firstValue("Retry-After")).hasValue("61");
        assertProblem(nobody.post("/session", GOOD), 429, "too-many-requests");
        installation.time().pass(Duration.ofSeconds(61));
        assertThat(nobody.post("/session", GOOD).statusCode()).isEqualTo(201);
    }

    @Test
    void anotherSitesPageSignsNobodyIn() {
        assertProblem(nobody.send("POST", "/session", GOOD, "Sec-Fetch-Site", "cross-site"), 403,
                "forbidden");
    }
}
