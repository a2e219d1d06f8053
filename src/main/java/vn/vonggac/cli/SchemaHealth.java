package vn.vonggac.cli;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ready only with a database that is laid out as this version needs it; says which layout that is. */
@Singleton
@Readiness
@Requires(beans = DataSource.class)
final class SchemaHealth implements HealthIndicator {

    private static final String NAME = "schema";
    private static final String LAST = "SELECT version, success FROM flyway_schema_history"
            + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";

    private final DataSource database;

    SchemaHealth(DataSource database) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::look).subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(problem -> Mono.just(HealthResult.builder(NAME, HealthStatus.DOWN).build()));
    }

    private HealthResult look() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery(LAST)) {
            boolean laidOut = last.next() && last.getBoolean(2);
            return HealthResult.builder(NAME, laidOut ? HealthStatus.UP : HealthStatus.DOWN)
                    .details(Map.of("version", laidOut ? last.getString(1) : "none")).build();
        }
    }
}
