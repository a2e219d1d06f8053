package vn.vonggac.page;

import java.util.Optional;

/**
 * Bytes to read and what is known of them: where they stand (empty when nowhere), the declared content type,
 * whether the exchange was cut short, and the same-site style sheets that were fetched.
 */
public record PageSource(String url, byte[] body, Optional<String> contentType, boolean truncated,
        Sheets sheets) {

    public PageSource(String url, byte[] body, Optional<String> contentType, boolean truncated) {
        this(url, body, contentType, truncated, Sheets.NONE);
    }
}
