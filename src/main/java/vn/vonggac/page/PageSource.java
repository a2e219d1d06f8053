package vn.vonggac.page;

import java.util.Optional;

/**
 * Bytes to read and what is known of them: where they stand (empty when nowhere), the declared content type and
 * whether the exchange was cut short.
 */
public record PageSource(String url, byte[] body, Optional<String> contentType, boolean truncated) {}
