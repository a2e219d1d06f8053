package vn.vonggac.cli;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that cannot be reached or written makes the service unavailable; anything else it says is a fault of ours. */
@Factory
final class DatabaseAway {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    private static final int DEEPEST = 20;

    /** Connections, room and memory, an operator's hand; PostgreSQL and H2 that may only be read. */
    private static final List<String> STATES = List.of("08", "53", "57", "25006", "90097");

    @Singleton
    ExceptionHandler<CannotGetJdbcConnectionException, HttpResponse<?>> reaching() {
        return (request, problem) -> answer(problem);
    }

    @Singleton
    ExceptionHandler<ConnectionException, HttpResponse<?>> connecting() {
        return (request, problem) -> answer(problem);
    }

    @Singleton
    ExceptionHandler<TransactionException, HttpResponse<?>> committing() {
        return (request, problem) -> answer(problem);
    }

    @Singleton
    ExceptionHandler<DataAccessException, HttpResponse<?>> asking() {
        return (request, problem) -> answer(problem);
    }

    private static HttpResponse<?> answer(RuntimeException problem) {
        boolean away = isAway(problem);
        LOG.error(away ? "The database cannot be reached or written" : "The database refused", problem);
        return HttpResponse.status(away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR);
    }

    static boolean isAway(Throwable problem) {
        boolean database = false;
        boolean away = false;
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            database |= cause instanceof SQLException;
            away |= saysSo(cause);
            cause = cause.getCause();
        }
        return database && away;
    }

    private static boolean saysSo(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException none -> true;
            case SQLNonTransientConnectionException closed -> true;
            case SQLRecoverableException lost -> true;
            case SQLException said -> Optional.ofNullable(said.getSQLState())
                    .filter(state -> STATES.stream().anyMatch(state::startsWith)).isPresent();
            case IOException disk -> true;
            default -> false;
        };
    }
}
