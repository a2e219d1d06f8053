package vn.vonggac.api;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.configuration.metrics.management.endpoint.MetricsEndpoint;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;

/** {@code /metrics} as Prometheus reads it. */
@Endpoint(id = "metrics", defaultSensitive = false)
@Replaces(MetricsEndpoint.class)
final class MetricsRead {

    private final PrometheusMeterRegistry registry;

    MetricsRead(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Read(produces = MediaType.TEXT_PLAIN)
    String metrics() {
        return registry.scrape();
    }
}
