package vn.vonggac.incident;

import java.time.Instant;
import java.util.Optional;
import vn.vonggac.detect.Finding;
import vn.vonggac.page.Hosts;

/** A reviewer's "stay quiet about this", from when to when, and why. */
public record Silence(long id, Matcher matcher, String author, String reason, Instant from, Instant until) {

    /** What is kept quiet: everything named must agree; what is not named agrees with all. */
    public record Matcher(Optional<String> portal, Optional<String> pagePrefix, Optional<String> detector,
            Optional<String> domain, Optional<String> words) {

        public static final Matcher ALL = new Matcher(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());

        public Matcher onPortal(String key) {
            return new Matcher(Optional.of(key), pagePrefix, detector, domain, words);
        }

        public Matcher underPage(String prefix) {
            return new Matcher(portal, Optional.of(prefix), detector, domain, words);
        }

        public Matcher ofDetector(String detectorId) {
            return new Matcher(portal, pagePrefix, Optional.of(detectorId), domain, words);
        }

        public Matcher planting(String registrable) {
            return new Matcher(portal, pagePrefix, detector, Optional.of(registrable), words);
        }

        public Matcher quoting(String text) {
            return new Matcher(portal, pagePrefix, detector, domain, Optional.of(text));
        }

        boolean matches(String portalKey, String page, Finding finding) {
            return portal.filter(key -> !key.equals(portalKey)).isEmpty()
                    && pagePrefix.filter(prefix -> !page.startsWith(prefix)).isEmpty()
                    && detector.filter(wanted -> !wanted.equals(finding.detector())).isEmpty()
                    && domain.filter(wanted -> finding.hosts().stream()
                            .noneMatch(host -> Hosts.registrable(host).equals(wanted))).isEmpty()
                    && words.filter(wanted -> !Cause.text(finding.quote()).contains(Cause.text(wanted)))
                            .isEmpty();
        }
    }

    boolean inForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean covers(String portal, String page, Instant at, Finding finding) {
        return inForce(at) && matcher.matches(portal, page, finding);
    }

    /** A silence that names nothing would silence everything. */
    public boolean namesSomething() {
        return !matcher.equals(Matcher.ALL);
    }
}
