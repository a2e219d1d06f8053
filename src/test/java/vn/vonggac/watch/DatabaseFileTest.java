package vn.vonggac.watch;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.cli.TestInstallation;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFileTest {

    private static final int ROWS = 2_000;
    private static final int SELDOM = 1_900;
    private static final int LARGE = 15_000_000;

    @TempDir
    Path folder;

    /** Each change rewrites the same hundred rows and one that is left alone afterwards and keeps its piece alive. */
    @Test
    void theFileDoesNotKeepWhatIsDeadBecauseSomethingBesideItIsAlive() throws SQLException {
        // H2 keeps what is dead for 45 s; the test does not wait for that
        TestInstallation installation = TestInstallation.with(Map.of("vonggac.database.url",
                "jdbc:h2:file:" + folder.resolve("vonggac") + ";RETENTION_TIME=0"));
        try (Connection connection = DelegatingDataSource
                .unwrapDataSource(installation.bean(DataSource.class)).getConnection()) {
            fill(connection);
            for (int row = 0; row < SELDOM; row += 4) {
                change(connection, row);
                if (row % 40 == 0) {
                    installation.bean(DatabaseFile.class).tidy();
                }
            }

            assertThat(folder.resolve("vonggac.mv.db").toFile().length()).isLessThan(LARGE);
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
                .prepareStatement("UPDATE churn SET word = repeat(?, 1000) WHERE id = ? OR id >= ?")) {
            change.setString(1, Character.toString((char) ('b' + row / 4 % 20)));
            change.setInt(2, row);
            change.setInt(3, SELDOM);
            change.executeUpdate();
        }
    }
}
