package vn.vonggac.notify;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How people are told.
 *
 * @param enabled whether this node tells anybody
 * @param address where the desk is found by those who are told; empty: where this service listens
 * @param allow special addresses that channels may lead to, in CIDR notation
 * @param proxy an HTTP proxy for channels over HTTP; empty for none
 * @param beat how often the outbox is looked at
 * @param timeout of one delivery in all
 * @param firstRetry the pause after the first failure; doubles each time
 * @param longestRetry where the doubling ends
 * @param giveUp after how long a message is given up
 * @param keep how long what was told is kept
 */
@ConfigurationProperties("vonggac.notify")
public record NotifyConfig(@Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "") String address, @Bindable(defaultValue = "") List<String> allow,
        @Bindable(defaultValue = "") String proxy, @Bindable(defaultValue = "2s") Duration beat,
        @Bindable(defaultValue = "20s") Duration timeout,
        @Bindable(defaultValue = "30s") Duration firstRetry,
        @Bindable(defaultValue = "15m") Duration longestRetry,
        @Bindable(defaultValue = "24h") Duration giveUp, @Bindable(defaultValue = "90d") Duration keep) {

    private static final int MOST_DOUBLINGS = 20;

    public NotifyConfig {
        allow = allow.stream().filter(line -> !line.isBlank()).toList();
    }

    Optional<URI> proxyAddress() {
        return Optional.of(proxy).filter(text -> !text.isBlank()).map(URI::create);
    }

    /** When a message is tried again that is being tried for this time; never while it is still being tried. */
    Duration pause(int attempt) {
        Duration doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
        Duration least = timeout.multipliedBy(2);
        return bounded.compareTo(least) < 0 ? least : bounded;
    }
}
