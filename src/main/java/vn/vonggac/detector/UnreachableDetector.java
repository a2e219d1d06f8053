package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Severity;
import vn.vonggac.fetch.Failed;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Place;

/** The page that stands for the portal does not come: no name, no answer, or an error of the server. */
@Singleton
final class UnreachableDetector implements Detector {

    /** Another detector's affair, or our own. */
    private static final Set<Failed.Cause> NOT_THIS = EnumSet.of(Failed.Cause.TLS_HANDSHAKE,
            Failed.Cause.TLS_TIMEOUT, Failed.Cause.TLS_UNVERIFIED, Failed.Cause.INTERRUPTED,
            Failed.Cause.UNASKED_NOT_MODIFIED);
    private static final double CERTAIN = 0.9;
    private static final double AN_ERROR = 0.7;
    private static final int FIRST_ERROR = 500;
    /** What protections answer; they let people in. */
    private static final int BUSY = 503;

    @Override
    public String id() {
        return "unreachable";
    }

    @Override
    public Family family() {
        return Family.POSTURE;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.around().home()
                ? noAnswer(page).or(() -> error(page)).stream().toList()
                : List.of();
    }

    private Optional<Finding> noAnswer(Observation page) {
        return page.around().failed().filter(cause -> !NOT_THIS.contains(cause))
                .map(cause -> finding(page, CERTAIN, "", cause.key())
                        .saying(cause == Failed.Cause.UNKNOWN_HOST || cause == Failed.Cause.DNS_TIMEOUT
                                ? "no-name"
                                : "no-answer"));
    }

    private Optional<Finding> error(Observation page) {
        return page.view("citizen").flatMap(seen -> seen.trail())
                .filter(trail -> trail.status() >= FIRST_ERROR && trail.status() != BUSY)
                .map(trail -> String.valueOf(trail.status()))
                .map(status -> finding(page, AN_ERROR, status, status).saying("error"));
    }

    private Finding finding(Observation page, double confidence, String quote, String reason) {
        return Finding.of(this, Severity.HIGH, confidence, "citizen", Place.NOWHERE, quote,
                Hosts.of(page.url()), reason);
    }

    @Override
    public List<Example> examples() {
        Around home = Around.NOTHING.atHome(false);
        return List.of(
                Example.raises("home-page-that-nobody-serves", "")
                        .with(home.seen(Instant.EPOCH, Optional.empty(),
                                Optional.of(Failed.Cause.CONNECT_REFUSED))),
                Example.silent("home-page-that-comes", "<title>Trang chủ</title><p>Tin</p>").with(home),
                Example.silent("one-page-among-many", "").with(Around.NOTHING.seen(Instant.EPOCH,
                        Optional.empty(), Optional.of(Failed.Cause.FIRST_BYTE_TIMEOUT))));
    }
}
