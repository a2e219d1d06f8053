package vn.vonggac.fetch;

/** The server says that nothing changed since the validators that were sent. */
public record NotModified(Exchange exchange) implements FetchResult {}
