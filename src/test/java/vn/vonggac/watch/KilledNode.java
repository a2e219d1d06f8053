package vn.vonggac.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One of several nodes in a process of its own, for a test to kill: writes down when each of its rounds began and ended.
 * Its arguments are its name and the database.
 */
final class KilledNode {

    static final int PORTALS = 12;
    static final Duration RHYTHM = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofMillis(300);

    private KilledNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[1]);
        Timetable timetable = Timetable.over(source, portal -> round(source, arguments[0], portal), 8, true);
        timetable.start();
        timetable.plan(portals());
        System.out.println("watching");
        new CountDownLatch(1).await();
    }

    private static Map<Long, Duration> portals() {
        return LongStream.rangeClosed(1, PORTALS).boxed().collect(Collectors.toMap(id -> id, id -> RHYTHM));
    }

    private static void round(PGSimpleDataSource source, String node, long portal) {
        write(source, "INSERT INTO look (portal, node, began) VALUES (?, ?, clock_timestamp())", node,
                portal);
        LockSupport.parkNanos(ROUND.toNanos());
        write(source,
                "UPDATE look SET ended = clock_timestamp() WHERE portal = ? AND node = ? AND ended IS NULL",
                node,
                portal);
    }

    private static void write(PGSimpleDataSource source, String statement, String node, long portal) {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setLong(1, portal);
            prepared.setString(2, node);
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
