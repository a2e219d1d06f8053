package vn.vonggac.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of the chain.
 *
 * @param address the one that was checked and connected to
 * @param answer empty when none came, and for an announced refresh
 * @param received bytes of the body as they came
 * @param body what a redirect said beside its target; the last hop's is the result's
 */
public record Hop(Kind kind, String method, String url, Optional<InetAddress> address, List<Header> sent,
        Optional<Answer> answer, Timings timings, Optional<TlsFacts> tls, Set<Note> notes, long received,
        Optional<Body> body) {

    public enum Kind {
        FIRST,
        /** Followed from a {@code Location} header. */
        REDIRECT,
        /** Announced by a {@code Refresh} header; not requested. */
        REFRESH
    }

    public enum Note {
        /** From {@code http} to {@code https} on the same host. */
        HTTPS_UPGRADE,
        /** From {@code https} to {@code http}. */
        HTTPS_DOWNGRADE, CROSS_HOST,
        /** The certificate does not hold; looked at anyway, without cookies. */
        UNVERIFIED,
        /** The connection was open from an earlier hop or exchange. */
        REUSED;

        /** The message key of its text for people. */
        public String key() {
            return Keys.of("fetch.note.", this);
        }
    }

    public Hop {
        sent = List.copyOf(sent);
        notes = Set.copyOf(notes);
    }
}
