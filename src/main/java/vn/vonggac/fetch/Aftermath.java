package vn.vonggac.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What an exchange's result says about the host: well, busy, or failing, and when it wants to be asked again. */
record Aftermath(Pace.Outcome outcome, Optional<Duration> retryAfter) {

    static final Aftermath NOTHING = new Aftermath(Pace.Outcome.NONE, Optional.empty());

    static Aftermath of(FetchResult result, Instant now) {
        Optional<Duration> retryAfter = result.exchange().header("Retry-After")
                .flatMap(value -> retryAfter(value, now));
        return new Aftermath(switch (result) {
            case Failed failed -> failed(failed.cause());
            case Refused refused when refused.exchange().status() == 429
                    || refused.exchange().status() == 503 ->
                Pace.Outcome.BUSY;
            case Refused refused when refused.exchange().hops().stream()
                    .noneMatch(hop -> hop.answer().isPresent()) ->
                Pace.Outcome.NONE;
            case Refused refused -> Pace.Outcome.GOOD;
            case Fetched fetched -> Pace.Outcome.GOOD;
            case NotModified same -> Pace.Outcome.GOOD;
        }, retryAfter);
    }

    /** Seconds, or a date. */
    static Optional<Duration> retryAfter(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, date)).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Pace.Outcome failed(Failed.Cause cause) {
        return switch (cause) {
            case INTERRUPTED -> Pace.Outcome.NONE;
            case TLS_UNVERIFIED, MALFORMED, HEADERS_TOO_LARGE, INTERIM_FLOOD, UNASKED_NOT_MODIFIED ->
                Pace.Outcome.GOOD;
            case UNKNOWN_HOST, DNS_TIMEOUT, CONNECT_REFUSED, CONNECT_TIMEOUT, UNREACHABLE, TLS_HANDSHAKE,
                    TLS_TIMEOUT, TLS_PROTOCOL,
                    FIRST_BYTE_TIMEOUT, DEADLINE, CONNECTION_LOST ->
                Pace.Outcome.FAILED;
        };
    }
}
