package vn.vonggac.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.utils.ConnectionProvider;

/** Where Quartz keeps its jobs: its own tables, made from its own script where they are missing. */
final class JobDatabase implements ConnectionProvider {

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private final DataSource source;

    JobDatabase(DataSource source) {
        this.source = source;
    }

    void createTables() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection)) {
                for (String command : commands()) {
                    statement.execute(command);
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the scheduler cannot be made", e);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, null, "qrtz_locks", null)) {
            return found.next();
        }
    }

    /** Quartz's script without its comments and without what would empty the tables first. */
    private static List<String> commands() {
        try (InputStream stream = Objects.requireNonNull(JobStoreTX.class.getResourceAsStream(SCRIPT),
                SCRIPT)) {
            String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            return Arrays.stream(script.split(";")).map(String::strip)
                    .filter(command -> command.startsWith("CREATE")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
}
