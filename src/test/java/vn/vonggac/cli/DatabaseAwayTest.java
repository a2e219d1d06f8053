package vn.vonggac.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that lets nobody in. */
class DatabaseAwayTest {

    private static final String URL = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private static final int MANAGEMENT = Ports.free();

    @AutoClose
    private static final TestInstallation installation = TestInstallation
            .with(Map.of("vonggac.database.url", URL, "datasources.default.connection-timeout", 500,
                    "vonggac.http.management-port", MANAGEMENT));
    @AutoClose
    private static final HttpClient client = HttpClient.newHttpClient();

    private static String cookie = "";
    private static Connection alone;

    @BeforeAll
    static void close() throws SQLException {
        cookie = installation.signIn(Role.REVIEWER, "");
        installation.address();
        alone = DriverManager.getConnection(URL, "sa", "");
        alone.createStatement().execute("SET EXCLUSIVE 2");
    }

    @AfterAll
    static void open() throws SQLException {
        alone.createStatement().execute("SET EXCLUSIVE 0");
        alone.close();
    }

    @Test
    void theDeskSaysThatItIsNotReady() throws Exception {
        HttpResponse<String> page = get(installation.address().resolve("/portals"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("cơ sở dữ liệu").doesNotContain("canh gác vẫn");
    }

    @Test
    void programsAreToldTheSame() throws Exception {
        HttpResponse<String> answer = get(installation.address().resolve("/api/v1/portals"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:vonggac:problem:unavailable");
    }

    @Test
    void healthSaysWhichPartIsDown() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + MANAGEMENT + "/health");
        HttpResponse<String> health = client.send(HttpRequest.newBuilder(address).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(health.body()).contains("\"schema\":{\"name\":\"vonggac\",\"status\":\"DOWN\"");
    }

    @Test
    void aFullDiskAndALostConnectionAreToldFromAFaultInAQuestion() {
        assertThat(DatabaseAway.isAway(new IllegalStateException(
                new SQLException("General error", "HY000", new IOException("No space left on device")))))
                .isTrue();
        assertThat(DatabaseAway.isAway(new IllegalStateException(new SQLException("disk full", "53100"))))
                .isTrue();
        assertThat(DatabaseAway.isAway(new IllegalStateException(new SQLException("duplicate", "23505"))))
                .isFalse();
        assertThat(DatabaseAway.isAway(new IllegalStateException(new IOException("elsewhere")))).isFalse();
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).header("Cookie", cookie)
                .header("Accept-Language", "vi").build(), HttpResponse.BodyHandlers.ofString());
    }
}
