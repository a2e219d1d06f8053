package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The version of a thing as its {@code ETag}: the hash of what its reader is shown. No column counts it, so that what
 * changes a thing by another way (a table, a parent's new name) changes its version too.
 */
@Singleton
final class Versions {

    private static final int BYTES = 12;

    private final ObjectMapper json;

    Versions(ObjectMapper json) {
        this.json = json;
    }

    String of(Object item) {
        try {
            byte[] hash = DigestUtils.sha256(json.writeValueAsBytes(item));
            return '"' + HexFormat.of().formatHex(hash, 0, BYTES) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the one who asks says what they read; a star says that they take it as it is. */
    static boolean said(HttpRequest<?> request) {
        return !ifMatch(request).isEmpty();
    }

    /** Whether this is what the one who asks read. */
    boolean expected(HttpRequest<?> request, Object item) {
        return matches(request, of(item));
    }

    /** The same for a version that the thing itself knows; who says nothing takes it as it is. */
    static boolean matches(HttpRequest<?> request, String version) {
        String asked = ifMatch(request);
        return asked.isEmpty() || asked.equals("*")
                || Arrays.stream(asked.split(",")).map(String::strip).anyMatch(version::equals);
    }

    private static String ifMatch(HttpRequest<?> request) {
        return String.join(",", request.getHeaders().getAll(HttpHeaders.IF_MATCH)).strip();
    }
}
