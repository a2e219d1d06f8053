package vn.vonggac.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.vonggac.portal.Draft;
import vn.vonggac.portal.Fields;

/**
 * A JSON object that somebody sent, as the text of its fields: a list becomes lines, what is left out is empty. The
 * record that documents the body says which fields there may be; one that it does not know, that came twice or is
 * an object is a problem of its own.
 */
final class Given {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_FIELDS = 100;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Fields fields = new Fields();
    private final List<String> known;

    private Given(Class<? extends Record> body) {
        known = Arrays.stream(body.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    /** What is made of the fields is done only where all of them are sound; else it is said which are not. */
    static <I> MutableHttpResponse<I> answer(HttpRequest<?> request, byte[] json,
            Class<? extends Record> body, Function<Given, Supplier<MutableHttpResponse<I>>> read) {
        Given given = new Given(body);
        if (!given.parsed(json)) {
            return Answers.problem(request, ProblemKind.BAD_REQUEST);
        }
        Supplier<MutableHttpResponse<I>> act = read.apply(given);
        return given.fields.sound() ? act.get() : Answers.rejected(request, given.fields.problems());
    }

    Fields fields() {
        return fields;
    }

    String text(String field) {
        return values.getOrDefault(field, "");
    }

    <D extends Draft> D draft(Class<D> type) {
        return Draft.of(type, this::text);
    }

    <E extends Enum<E>> Optional<E> needed(String field, Class<E> type) {
        fields.needed(field, text(field), Integer.MAX_VALUE);
        return fields.choice(field, text(field), type);
    }

    /** A list of numbers that has to have one. */
    Set<Long> ids(String field) {
        List<String> given = fields.needed(field, text(field).replace('\n', ' '), Integer.MAX_VALUE).lines()
                .flatMap(line -> Arrays.stream(line.split(" "))).filter(id -> !id.isEmpty()).toList();
        if (!given.stream().allMatch(id -> id.matches("\\d{1,18}"))) {
            fields.reject(field, "choice", field);
            return Set.of();
        }
        return new LinkedHashSet<>(given.stream().map(Long::valueOf).toList());
    }

    private boolean parsed(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                take(parser.currentName(), parser);
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private void take(String field, JsonParser parser) throws IOException {
        parser.nextToken();
        @Nullable
        String value = parser.currentToken() == JsonToken.START_ARRAY
                ? lines(parser)
                : scalar(parser);
        if (!known.contains(field)) {
            unknown(field);
        } else if (value == null) {
            fields.reject(field, "kind");
        } else if (values.put(field, value) != null) {
            fields.reject(field, "twice");
        }
    }

    private void unknown(String field) {
        if (fields.problems().size() < MOST_FIELDS) {
            String shown = field.substring(0, Math.min(field.length(), MOST_FIELDS));
            fields.reject(shown, "no-field", String.join(", ", known));
        }
    }

    private static @Nullable String lines(JsonParser parser) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean plain = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String line = scalar(parser);
            plain &= line != null;
            lines.add(String.valueOf(line));
        }
        return plain ? String.join("\n", lines) : null;
    }

    /** A text or a number; nothing where it is neither, and then it is passed over. */
    private static @Nullable String scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            case VALUE_NULL -> "";
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }
}
