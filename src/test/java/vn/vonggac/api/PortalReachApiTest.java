package vn.vonggac.api;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

class PortalReachApiTest {

    private static TestInstallation installation;
    private static Program program;

    @BeforeAll
    static void start() throws SQLException {
        installation = TestInstallation.with(Map.of());
        program = Program.administrator(installation);
        program.post("/agencies", "{\"code\":\"TINH\",\"name\":\"Tỉnh\"}");
        assertThat(program
                .post("/portals", "{\"name\":\"A\",\"home\":\"https://tinh.gov.vn/\",\"agency\":\"TINH\"}")
                .statusCode()).isEqualTo(201);
        run("INSERT INTO component (portal_id, host, home, found_at) VALUES (1, 'soyte.tinh.gov.vn',"
                + " 'https://soyte.tinh.gov.vn/', now())");
        run("INSERT INTO spending (portal_id, slot, requests, bytes) VALUES"
                + " (1, TIMESTAMP WITH TIME ZONE '2026-01-05 01:00:00+00', 12, 3456)");
        run("INSERT INTO frontier (portal_id, url, url_hash, source, depth, found_at, due_at, every_view, visits,"
                + " changes, failures, pause_millis, verdict, status, content_hash) VALUES (1,"
                + " 'https://tinh.gov.vn/x', 'x', 'LINK', 1, TIMESTAMP WITH TIME ZONE '2026-01-02 01:00:00+00',"
                + " TIMESTAMP WITH TIME ZONE '2026-01-02 01:00:00+00', false, 0, 0, 0, 0, '', 0, '')");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void theCoverageOfAPortalIsSaid() {
        assertThat(program.get("/portals/1/coverage").body()).contains("\"pages\":1", "\"unseen\":1",
                "\"overdue\":1", "\"below\":true", "\"cycleSeconds\":0", "\"requests\":12", "\"bytes\":3456");
        assertThat(program.get("/portals/999/coverage").statusCode()).isEqualTo(404);
    }

    @Test
    void aProposedSiteIsWatchedAndNoLongerProposed() {
        assertThat(program.get("/portals/1/components").body()).contains("\"host\":\"soyte.tinh.gov.vn\"");
        assertThat(program.post("/portals/1/components", "{\"host\":\"evil.example\"}").statusCode())
                .isEqualTo(422);
        assertThat(program.post("/portals/1/components", "{\"host\":\"soyte.tinh.gov.vn\"}"))
                .satisfies(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(201);
                    assertThat(answer.body()).contains("\"home\":\"https://soyte.tinh.gov.vn/\"",
                            "\"parent\":\"https://tinh.gov.vn/\"");
                });

        assertThat(program.get("/portals/1/components").body()).isEqualTo("[]");
    }

    private static void run(String statement) throws SQLException {
        DataSource source = DelegatingDataSource
                .unwrapDataSource(installation.context().getBean(DataSource.class));
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
