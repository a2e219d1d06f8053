package vn.vonggac.fetch;

import java.util.Optional;

/**
 * The last hop answered. Any status but a refusal's counts; a body that was cut says so and holds the part that
 * came.
 */
public record Fetched(Exchange exchange, Body body) implements FetchResult {

    public int status() {
        return exchange.status();
    }

    /** What to ask with next time. */
    public Optional<Validators> validators() {
        Optional<String> etag = exchange.header("ETag");
        Optional<String> modified = exchange.header("Last-Modified");
        boolean usable = status() == 200 && body.cut().isEmpty()
                && (etag.isPresent() || modified.isPresent());
        return usable ? Optional.of(new Validators(exchange.finalUrl(), etag, modified)) : Optional.empty();
    }
}
