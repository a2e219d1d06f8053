package vn.vonggac.watch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two processes on one PostgreSQL, one of which dies. */
class TakeoverTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TWICE_AT_ONCE = """
            SELECT count(*) FROM look a JOIN look b ON a.portal = b.portal AND a.ctid <> b.ctid
            WHERE a.began < b.began AND b.began < a.ended""";

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private Process one;
    private Process two;

    @BeforeEach
    void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        run("CREATE TABLE look (portal bigint, node varchar(10), began timestamptz, ended timestamptz)");
        one = node("one");
        two = node("two");
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        one.destroyForcibly().waitFor();
        two.destroyForcibly().waitFor();
        postgres.close();
    }

    @Test
    void aNodeThatDiesIsReplacedWithinHalfAMinuteAndNoPortalIsLookedAtTwiceAtOnce() throws Exception {
        within(MINUTE, "SELECT count(DISTINCT node) FROM look", 2);
        within(MINUTE, "SELECT count(DISTINCT portal) FROM look", KilledNode.PORTALS);
        within(MINUTE, "SELECT count(*) FROM look WHERE node = 'one' AND ended IS NULL", 1);
        one.destroyForcibly().waitFor();
        run("CREATE TABLE death AS SELECT clock_timestamp() AS at");
        within(Timetable.TAKEOVER, "SELECT count(DISTINCT portal) FROM look, death WHERE began > at",
                KilledNode.PORTALS);

        assertThat(ask("SELECT count(*) FROM look, death WHERE began > at AND node = 'one'")).isZero();
        within(MINUTE, "SELECT count(*) / count(DISTINCT portal) FROM look, death WHERE ended > at", 4);
        assertThat(ask("SELECT count(*) FROM look WHERE ended IS NOT NULL")).isGreaterThan(40);
        assertThat(ask(TWICE_AT_ONCE)).isZero();
    }

    private Process node(String name) throws IOException {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", KillTest.classPath(),
                KilledNode.class.getName(), name, postgres.getJdbcUrl("postgres", "postgres"))
                .redirectError(folder.resolve(name).toFile()).start();
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.equals("watching")) {
            line = out.readLine();
        }
        assertThat(line).isEqualTo("watching");
        return child;
    }

    private void within(Duration most, String question, long least) throws SQLException {
        long end = System.nanoTime() + most.toNanos();
        while (ask(question) < least) {
            assertThat(System.nanoTime()).as(question + " within " + most).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private long ask(String question) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void run(String command) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
