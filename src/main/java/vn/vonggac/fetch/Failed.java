package vn.vonggac.fetch;

import java.util.Set;

/** No usable answer came. */
public record Failed(Exchange exchange, Cause cause, String detail) implements FetchResult {

    private static final Set<Cause> HANGING = Set.of(Cause.CONNECT_TIMEOUT, Cause.TLS_TIMEOUT,
            Cause.FIRST_BYTE_TIMEOUT, Cause.DEADLINE);

    /** Whether the server kept whoever asked waiting until the time was up. */
    public boolean hung() {
        return HANGING.contains(cause);
    }

    public enum Cause {
        /** The name has no address. */
        UNKNOWN_HOST,
        /** The name server did not answer in time. */
        DNS_TIMEOUT, CONNECT_REFUSED, CONNECT_TIMEOUT, UNREACHABLE, TLS_HANDSHAKE, TLS_TIMEOUT,
        /** The server speaks only protocols that browsers gave up, such as TLS 1.0. */
        TLS_PROTOCOL,
        /** The certificate does not hold and looking anyway is switched off. */
        TLS_UNVERIFIED,
        /** Connected, asked, and nothing came within the limit. */
        FIRST_BYTE_TIMEOUT,
        /** The absolute limit for the whole exchange. */
        DEADLINE,
        /** Closed or reset before an answer's head was complete. */
        CONNECTION_LOST,
        /** What came is not HTTP. */
        MALFORMED,
        /** More or longer header lines than the limit. */
        HEADERS_TOO_LARGE,
        /** Interim answers without end. */
        INTERIM_FLOOD,
        /** "Not modified" although nothing was asked conditionally. */
        UNASKED_NOT_MODIFIED,
        /** The fetcher is closing. */
        INTERRUPTED;

        /** The message key of its text for people. */
        public String key() {
            return Keys.of("fetch.failed.", this);
        }
    }
}
