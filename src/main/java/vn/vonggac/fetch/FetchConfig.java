package vn.vonggac.fetch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an operator can set about looking. Without a container {@link #defaults()} or {@link #with} give the
 * same values from the same annotations, under the same keys.
 *
 * @param allow address ranges that the gate would refuse and the operator lets through, in CIDR notation
 * @param hosts names whose addresses the operator knows better than the name servers, a line each as in a hosts file
 * @param lookAnyway whether a page behind a certificate that does not hold is looked at, marked and without cookies
 * @param contact a header line such as {@code From: soc@example.gov.vn} that names the monitor honestly; empty for none
 * @param views more views, or other headers for a standard one: id to header lines in order
 * @param robotsAgent the name that robots.txt rules are looked up under, besides {@code *}
 * @param lookDespiteRobots whether listed pages are looked at where robots.txt forbids it: attackers hide behind it,
 *     and the operator watches portals of its own. Discovery always obeys.
 * @param robotsAge how long a robots.txt is believed
 */
@ConfigurationProperties("vonggac.fetch")
public record FetchConfig(@Bindable(defaultValue = "") List<String> allow,
        @Bindable(defaultValue = "") List<String> hosts,
        @Bindable(defaultValue = "true") boolean lookAnyway,
        @Bindable(defaultValue = "") String contact,
        @Bindable(defaultValue = "") Map<String, List<String>> views,
        @Bindable(defaultValue = "vonggac") String robotsAgent,
        @Bindable(defaultValue = "true") boolean lookDespiteRobots,
        @Bindable(defaultValue = "1d") Duration robotsAge, Limits limits, Pacing pace) {

    /**
     * Bounds of one exchange; times are absolute, sizes in bytes.
     *
     * @param deadline the whole exchange with all its redirects
     * @param firstByte from the request to the first byte of its answer
     * @param headerBytes of one answer's head
     * @param received of a body as it comes
     * @param decoded of a body out of its content encoding
     * @param ratio how many times larger than it came a body may unpack, once it is over a mebibyte
     * @param hourly bytes that one portal may send us in an hour
     */
    @ConfigurationProperties("limits")
    public record Limits(@Bindable(defaultValue = "60s") Duration deadline,
            @Bindable(defaultValue = "5s") Duration dns,
            @Bindable(defaultValue = "10s") Duration connect,
            @Bindable(defaultValue = "10s") Duration tls,
            @Bindable(defaultValue = "30s") Duration firstByte,
            @Bindable(defaultValue = "200") @Min(10) int headers,
            @Bindable(defaultValue = "16384") @Min(256) int headerLine,
            @Bindable(defaultValue = "131072") @Min(1024) int headerBytes,
            @Bindable(defaultValue = "8388608") @Min(1024) int received,
            @Bindable(defaultValue = "33554432") @Min(1024) int decoded,
            @Bindable(defaultValue = "200") @Min(2) int ratio,
            @Bindable(defaultValue = "10") @Min(0) int redirects,
            @Bindable(defaultValue = "2147483648") @Min(1024) long hourly) {}

    /**
     * How gently a host is asked: one exchange at a time, then a pause of {@code factor} times what it took, no
     * shorter than {@code shortest} and no longer than {@code longest}.
     *
     * @param perAddress exchanges at once to one network address, whatever the hosts on it
     * @param patience how long an exchange waits for its turn before it is refused
     * @param backOff the first pause after "too many requests" or "unavailable"; doubles each time
     * @param longestBackOff where the doubling ends, and the most that a {@code Retry-After} is obeyed
     * @param failures in a row after which the host is left alone
     * @param probe how long it is left alone before one exchange tries again
     */
    @ConfigurationProperties("pace")
    public record Pacing(@Bindable(defaultValue = "1.0") double factor,
            @Bindable(defaultValue = "500ms") Duration shortest,
            @Bindable(defaultValue = "15s") Duration longest,
            @Bindable(defaultValue = "4") @Min(1) int perAddress,
            @Bindable(defaultValue = "60s") Duration patience,
            @Bindable(defaultValue = "30s") Duration backOff,
            @Bindable(defaultValue = "1h") Duration longestBackOff,
            @Bindable(defaultValue = "5") @Min(1) int failures,
            @Bindable(defaultValue = "10m") Duration probe) {}

    public FetchConfig {
        allow = List.copyOf(allow);
        hosts = List.copyOf(hosts);
        views = Map.copyOf(views);
    }

    public static FetchConfig defaults() {
        return with(Map.of());
    }

    /** The defaults with some keys changed, written as in the configuration: {@code limits.deadline}. */
    public static FetchConfig with(Map<String, Object> changes) {
        return Defaults.of(FetchConfig.class, "", changes);
    }
}
