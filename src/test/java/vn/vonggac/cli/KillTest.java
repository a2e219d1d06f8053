package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The embedded database, opened as the service opens it, when the process dies at any moment. */
class KillTest {

    private static final int ROUNDS = 20;
    private static final int MOST_ROWS_BEFORE_DEATH = 400;

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedRowOutlivesAKill() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<Long> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(writeAndDie(random.nextInt(1, MOST_ROWS_BEFORE_DEATH), round));
            assertThat(kept()).as("round %d, seed %d", round, seed).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private Set<Long> writeAndDie(int rows, int round) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp", classPath(), Writer.class.getName(),
                        url(), String.valueOf(round * 1_000_000L)))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Set<Long> acknowledged = new HashSet<>();
        try (BufferedReader said = writer.inputReader()) {
            for (int i = 0; i < rows; i++) {
                acknowledged.add(Long.valueOf(said.readLine()));
            }
            // by its handle: Process.destroyForcibly would close what it said as well
            ProcessHandle.of(writer.pid()).orElseThrow().destroyForcibly();
            // what it had said by then counts too, but for the line it may have died in
            List<String> rest = said.lines().toList();
            rest.stream().limit(Math.max(0, rest.size() - 1)).map(Long::valueOf).forEach(acknowledged::add);
        }
        assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static String classPath() {
        return Stream.of(KillTest.class, org.h2.Driver.class)
                .map(type -> Path
                        .of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private Set<Long> kept() throws SQLException {
        Set<Long> kept = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n FROM written")) {
            while (rows.next()) {
                kept.add(rows.getLong(1));
            }
        }
        return kept;
    }

    private String url() {
        try (ApplicationContext context = Settings.read(Optional.empty(),
                Map.of("vonggac.data", folder.toString()))) {
            return context.getRequiredProperty("datasources.default.url", String.class);
        }
    }

    /** Writes rows and says the number of each once its commit has returned, until it is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws SQLException {
            try (Connection connection = DriverManager.getConnection(arguments[0], "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS written (n bigint PRIMARY KEY, text varchar(500))");
                connection.setAutoCommit(false);
                try (PreparedStatement insert = connection
                        .prepareStatement("INSERT INTO written VALUES (?, ?)")) {
                    for (long n = Long.parseLong(arguments[1]);; n++) {
                        insert.setLong(1, n);
                        insert.setString(2, "x".repeat(500));
                        insert.executeUpdate();
                        connection.commit();
                        System.out.println(n);
                    }
                }
            }
        }
    }
}
