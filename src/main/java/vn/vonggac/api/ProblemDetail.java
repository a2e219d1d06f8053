package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Why a request was not carried out, as RFC 9457 has it. The type is stable: programs may decide by it.
 *
 * @param instance which request it was, as the log names it
 * @param problems where fields are wrong, each of them
 */
@Serdeable
record ProblemDetail(String type, String title, int status, String instance, List<Field> problems) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** One field that is wrong: the key is stable, the text is for people. */
    @Serdeable
    record Field(String field, String key, String text) {}
}
