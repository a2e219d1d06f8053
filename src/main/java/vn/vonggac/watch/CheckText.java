package vn.vonggac.watch;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Steps and results as the columns of their table hold them. */
@Singleton
final class CheckText {

    private static final Argument<List<CheckStep>> STEPS = Argument.listOf(CheckStep.class);

    private final ObjectMapper json;

    CheckText(ObjectMapper json) {
        this.json = json;
    }

    List<CheckStep> steps(String text) {
        try {
            return json.readValue(text, STEPS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CheckResult result(String text) {
        try {
            return json.readValue(text, CheckResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL takes no zero, and our own text has none that is meant. */
    String write(Object value) {
        try {
            return json.writeValueAsString(value).replace("\\u0000", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
