package vn.vonggac.watch;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFileTest {

    private static final int ROWS = 2_000;
    private static final int CHANGES = 300;
    private static final int TURNS = 8;

    private final Random random = new Random(20260105);

    @TempDir
    Path folder;

    @Test
    void aFileWhoseRowsChangeAgainAndAgainStaysAsLargeAsItWas() throws SQLException {
        // H2 keeps what is dead for 45 s; the test does not wait for that
        TestInstallation installation = TestInstallation.with(Map.of("vonggac.database.url",
                "jdbc:h2:file:" + folder.resolve("vonggac") + ";RETENTION_TIME=0"));
        try (Connection connection = DelegatingDataSource
                .unwrapDataSource(installation.bean(DataSource.class)).getConnection()) {
            fill(connection);
            long[] sizes = new long[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                for (int change = 0; change < CHANGES; change++) {
                    change(connection, random.nextInt(ROWS));
                    if (change % 50 == 0) {
                        installation.bean(DatabaseFile.class).tidy();
                    }
                }
                sizes[turn] = folder.resolve("vonggac.mv.db").toFile().length();
            }

            assertThat(sizes[TURNS - 1]).isLessThan(sizes[TURNS / 2 - 1] * 5 / 4);
        } finally {
            installation.close();
        }
    }

    private static void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.createStatement().execute("CREATE TABLE churn (id int PRIMARY KEY, word varchar(2000))");
        connection.createStatement()
                .execute("INSERT INTO churn SELECT \"X\", repeat('a', 1000) FROM system_range(0, "
                        + (ROWS - 1) + ")");
    }

    private static void change(Connection connection, int row) throws SQLException {
        try (PreparedStatement change = connection
                .prepareStatement("UPDATE churn SET word = repeat(?, 1000) WHERE id = ?")) {
            change.setString(1, Character.toString((char) ('b' + row % 20)));
            change.setInt(2, row);
            change.executeUpdate();
        }
    }
}
