package vn.vonggac.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;

/** A failure of which this package itself knows the cause; and what the library's failures mean. */
final class Broken extends IOException {

    private static final long serialVersionUID = 1;

    private final Failed.Cause cause;

    Broken(Failed.Cause cause, String detail) {
        super(detail);
        this.cause = cause;
    }

    static Failed.Cause cause(Attempt.Phase phase, Exception failure) {
        return switch (failure) {
            case Broken known -> known.cause;
            case MessageConstraintException tooLarge -> Failed.Cause.HEADERS_TOO_LARGE;
            case HttpException malformed -> Failed.Cause.MALFORMED;
            case TimeoutException noConnection -> Failed.Cause.DEADLINE;
            case InterruptedIOException stopped when Thread.currentThread().isInterrupted() ->
                Failed.Cause.INTERRUPTED;
            default -> switch (phase) {
                case CONNECT -> connecting(failure);
                case TLS -> encrypting(failure);
                case HEAD, BODY -> failure.getCause() instanceof ParseException
                        ? Failed.Cause.MALFORMED
                        : Failed.Cause.CONNECTION_LOST;
            };
        };
    }

    /** What was wrong, short, on one line. */
    static String detail(Exception failure) {
        String message = failure instanceof SSLException && failure.getMessage() == null
                ? "TLS"
                : String.valueOf(failure.getMessage());
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    private static Failed.Cause encrypting(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case SocketTimeoutException slow -> Failed.Cause.TLS_TIMEOUT;
            case SSLException old when message.contains("selected protocol version")
                    || message.contains("protocol_version") ->
                Failed.Cause.TLS_PROTOCOL;
            default -> Failed.Cause.TLS_HANDSHAKE;
        };
    }

    private static Failed.Cause connecting(Exception failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return switch (failure) {
            case SocketTimeoutException slow -> Failed.Cause.CONNECT_TIMEOUT;
            case UnknownHostException unknown -> Failed.Cause.UNKNOWN_HOST;
            case NoRouteToHostException none -> Failed.Cause.UNREACHABLE;
            case ConnectException refused when message.contains("unreachable") -> Failed.Cause.UNREACHABLE;
            default -> Failed.Cause.CONNECT_REFUSED;
        };
    }
}
