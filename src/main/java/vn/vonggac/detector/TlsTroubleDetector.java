package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Severity;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.TlsFacts;
import vn.vonggac.fetch.TlsFacts.Certificate;
import vn.vonggac.fetch.TlsFacts.Problem;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Place;

/** The encryption of the portal does not hold, will not for long, or is of a kind that is no protection any more. */
@Singleton
final class TlsTroubleDetector implements Detector {

    private static final Set<Failed.Cause> BROKEN = EnumSet.of(Failed.Cause.TLS_HANDSHAKE,
            Failed.Cause.TLS_TIMEOUT, Failed.Cause.TLS_UNVERIFIED);
    private static final Set<String> OUTDATED = Set.of("SSLv3", "TLSv1", "TLSv1.1");
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration VERY_SOON = Duration.ofDays(3);
    private static final double CERTAIN = 0.9;
    private static final double COMING = 0.5;
    private static final int MOST_NAMES = 10;

    @Override
    public String id() {
        return "tls-trouble";
    }

    @Override
    public Family family() {
        return Family.POSTURE;
    }

    @Override
    public List<Finding> look(Observation page) {
        Around around = page.around();
        Optional<Finding> failed = around.failed().filter(BROKEN::contains)
                .map(cause -> finding(page, Severity.HIGH, CERTAIN, "").saying(switch (cause) {
                    case TLS_TIMEOUT -> "slow";
                    case TLS_UNVERIFIED -> "untrusted";
                    default -> "broken";
                }));
        return failed.or(() -> around.tls().flatMap(tls -> trouble(page, tls, around.at()))).stream()
                .toList();
    }

    /** The worst of what is wrong: one certificate is renewed once. */
    private Optional<Finding> trouble(Observation page, TlsFacts tls, Instant at) {
        return tls.problems().stream().min(Comparator.naturalOrder())
                .map(problem -> invalid(page, tls, problem))
                .or(() -> expiring(page, tls, at))
                .or(() -> Optional.of(tls.protocol()).filter(OUTDATED::contains)
                        .map(old -> finding(page, Severity.LOW, COMING, old, old).saying("outdated")));
    }

    private Finding invalid(Observation page, TlsFacts tls, Problem problem) {
        String quote = tls.chain().stream().findFirst().map(own -> said(own, problem)).orElse("");
        return finding(page, Severity.HIGH, CERTAIN, quote).saying(switch (problem) {
            case EXPIRED -> "expired";
            case NOT_YET_VALID -> "not-yet-valid";
            case WRONG_NAME -> "wrong-name";
            case SELF_SIGNED -> "self-signed";
            case UNTRUSTED -> "untrusted";
        });
    }

    /** What stands in the certificate and is wrong, by the name it has there. */
    private static String said(Certificate own, Problem problem) {
        return switch (problem) {
            case EXPIRED -> notAfter(own);
            case NOT_YET_VALID -> "notBefore=" + own.notBefore();
            case WRONG_NAME ->
                "DNS=" + own.names().stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            case SELF_SIGNED, UNTRUSTED -> "issuer=" + own.issuer();
        };
    }

    private static String notAfter(Certificate own) {
        return "notAfter=" + own.notAfter();
    }

    private Optional<Finding> expiring(Observation page, TlsFacts tls, Instant at) {
        return tls.chain().stream().findFirst()
                .filter(own -> own.notAfter().isBefore(at.plus(SOON))).map(own -> {
                    Instant end = own.notAfter();
                    boolean urgent = end.isBefore(at.plus(VERY_SOON));
                    String days = String.valueOf(Math.max(0, Duration.between(at, end).toDays()));
                    return finding(page, urgent ? Severity.MEDIUM : Severity.LOW, COMING, notAfter(own),
                            days)
                            .saying("expiring");
                });
    }

    private Finding finding(Observation page, Severity severity, double confidence, String quote,
            String... more) {
        String[] arguments = more.length == 0
                ? new String[]{Hosts.of(page.url())}
                : new String[]{Hosts.of(page.url()), more[0]};
        return Finding.of(this, severity, confidence, "citizen", Place.NOWHERE, quote, arguments);
    }

    @Override
    public List<Example> examples() {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        String page = "<title>Tin</title><p>Bài viết</p>";
        return List.of(
                Example.raises("certificate-for-another-name", page)
                        .with(around(now, "2027-01-01T00:00:00Z", Set.of(Problem.WRONG_NAME))),
                Example.raises("certificate-that-ends-in-a-week", page)
                        .with(around(now, "2026-03-08T00:00:00Z", Set.of())),
                Example.raises("no-encrypted-connection-at-all", page)
                        .with(Around.NOTHING.seen(now, Optional.empty(),
                                Optional.of(Failed.Cause.TLS_HANDSHAKE))),
                Example.silent("certificate-that-holds", page)
                        .with(around(now, "2026-09-01T00:00:00Z", Set.of())));
    }

    private static Around around(Instant now, String end, Set<Problem> problems) {
        Certificate own = new Certificate("CN=so-xay-dung.example.gov.vn", "CN=Example CA", "1",
                Instant.parse("2025-09-01T00:00:00Z"), Instant.parse(end),
                List.of("so-xay-dung.example.gov.vn"),
                "");
        return Around.NOTHING.seen(now, Optional.of(new TlsFacts("TLSv1.3", "", List.of(own), problems)),
                Optional.empty());
    }
}
