package vn.vonggac.fetch;

import java.util.Optional;

/**
 * Not looked at, or not shown: by our own rules, or by the other side's protection. The page could not be
 * judged, which is neither clean nor compromised.
 *
 * @param detail the rule that said no, for people: a range, a firewall's name, a host
 * @param body what the protection answered, where it did; it may still be read
 */
public record Refused(Exchange exchange, Reason reason, String detail, Optional<Body> body)
        implements
            FetchResult {

    /** Whether the host was not asked, for it rests: no page of it is to be had. */
    public boolean leftAlone() {
        return reason == Reason.CIRCUIT_OPEN || reason == Reason.PACE;
    }

    public enum Reason {
        /** Our gate: a scheme, port, name or address that must not be asked. */
        GATE,
        /** The other side's firewall, rate limit or challenge page. */
        PROTECTION,
        /** robots.txt, where it is obeyed. */
        ROBOTS,
        /** The portal's bytes for this hour are used up. */
        BUDGET,
        /** The host failed again and again and is left alone until it is probed. */
        CIRCUIT_OPEN,
        /** The host asked to be left alone, or others wait for it, longer than we wait. */
        PACE,
        /** More redirects than the limit. */
        TOO_MANY_REDIRECTS,
        /** The chain came back to where it was. */
        REDIRECT_LOOP;

        /** The message key of its text for people. */
        public String key() {
            return Keys.of("fetch.refused.", this);
        }
    }
}
