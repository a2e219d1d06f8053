package vn.vonggac.watch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of the timetable. With H2 it is a file of its own, written every minute: nothing that was acknowledged
 * lives there, written through, every firing would cost 150 kB, and H2 tidies the file up as often as it writes. With
 * PostgreSQL it is the service's own, so that several nodes share it.
 */
@Singleton
final class JobSource {

    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=60000;QUERY_CACHE_SIZE=64";

    private final DataSource service;
    private final String url;
    private final Path data;
    private @Nullable HikariDataSource own;

    JobSource(DataSource service, @Value("${datasources.default.url}") String url,
            @Value("${vonggac.data}") String data) {
        this.service = service;
        this.url = url;
        this.data = Path.of(data);
    }

    boolean shared() {
        return url.startsWith("jdbc:postgresql:");
    }

    synchronized DataSource open() {
        if (shared()) {
            return DelegatingDataSource.unwrapDataSource(service);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + data.resolve("timetable").toAbsolutePath() + H2_OPTIONS);
        config.setUsername("sa");
        config.setPassword("");
        config.setPoolName("timetable");
        config.setMaximumPoolSize(6);
        own = new HikariDataSource(config);
        return own;
    }

    synchronized void close() {
        if (own != null) {
            own.close();
            own = null;
        }
    }
}
