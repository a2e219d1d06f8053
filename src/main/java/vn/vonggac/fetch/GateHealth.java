package vn.vonggac.fetch;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Says on the health page which special addresses the operator lets through the gate. */
@Singleton
final class GateHealth implements HealthIndicator {

    private final Fetcher fetcher;

    GateHealth(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("fetch", HealthStatus.UP)
                .details(Map.of("allowed", fetcher.allowed())).build());
    }
}
