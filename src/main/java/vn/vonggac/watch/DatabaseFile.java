package vn.vonggac.watch;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The file of an embedded database, which H2 tidies by itself only where it may write late: a piece of the file is free
 * again when nothing in it is alive, and most pieces keep something that is. With PostgreSQL there is nothing to do.
 */
@Singleton
final class DatabaseFile {

    /** Below this much that is alive, the pieces with least of it are written together anew. */
    private static final int ALIVE_PERCENT = 30;
    private static final int AT_ONCE = 256 * 1024;

    private final DataSource source;
    private final boolean embedded;

    DatabaseFile(DataSource source, @Value("${datasources.default.url}") String url) {
        this.source = source;
        this.embedded = url.startsWith("jdbc:h2:file:");
    }

    /** Frees some of what is dead, where there is much of it; what was freed is written over after a while. */
    void tidy() {
        if (embedded) {
            try (Connection connection = DelegatingDataSource.unwrapDataSource(source).getConnection()) {
                store(connection).compact(ALIVE_PERCENT, AT_ONCE);
            } catch (SQLException e) {
                throw new IllegalStateException("The database's file cannot be tidied", e);
            }
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
