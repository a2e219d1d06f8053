package vn.vonggac.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.utils.ConnectionProvider;

/**
 * Where Quartz keeps its jobs: its own tables, made from its own script where they are missing. Of the script's twenty
 * indexes those stay that its frequent questions use: every turn of a portal pays for the others several times, and H2
 * picks them wrongly.
 */
final class JobDatabase implements ConnectionProvider {

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    private static final Pattern INDEX = Pattern.compile("CREATE INDEX (\\w+)\\s.*", Pattern.DOTALL);
    private static final Set<String> USED = Set.of("IDX_QRTZ_T_J", "IDX_QRTZ_T_NFT_ST",
            "IDX_QRTZ_FT_TRIG_INST_NAME", "IDX_QRTZ_FT_J_G", "IDX_QRTZ_FT_T_G");
    private static final String TURNS = """
            SELECT t.job_name, t.trigger_name, s.repeat_interval, t.next_fire_time
            FROM qrtz_triggers t JOIN qrtz_simple_triggers s ON s.sched_name = t.sched_name
                AND s.trigger_name = t.trigger_name AND s.trigger_group = t.trigger_group
            WHERE t.sched_name = ? AND t.job_group = ? AND s.repeat_interval > 0""";

    private final DataSource source;

    JobDatabase(DataSource source) {
        this.source = source;
    }

    void createTables() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean made = exists(connection);
            for (String command : commands()) {
                Optional<String> needless = needless(command);
                if (needless.isPresent()) {
                    statement.execute("DROP INDEX IF EXISTS " + needless.get());
                } else if (!made) {
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

    /** The name of an index that is not used. */
    private static Optional<String> needless(String command) {
        return Optional.of(INDEX.matcher(command)).filter(Matcher::matches).map(found -> found.group(1))
                .filter(name -> !USED.contains(name));
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

    /** The turns of all jobs of a group in one question: asked one by one, thousands of them kept the heart busy. */
    List<Turn> turns(String group) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(TURNS)) {
            statement.setString(1, SharedJobStore.NAME);
            statement.setString(2, group);
            List<Turn> turns = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    turns.add(new Turn(Long.parseLong(found.getString(1)), found.getString(2),
                            Duration.ofMillis(found.getLong(3)), Instant.ofEpochMilli(found.getLong(4))));
                }
            }
            return turns;
        } catch (SQLException e) {
            throw new IllegalStateException("The turns of the timetable cannot be read", e);
        }
    }

    /** A portal's repeated turn: the trigger's name, how often it comes and when next. */
    record Turn(long portal, String trigger, Duration rhythm, Instant next) {}

    @Override
    public Connection getConnection() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
}
