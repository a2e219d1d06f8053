package vn.vonggac.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.portal.Problem;

/** A JSON object that somebody sent, as the text of its fields; lists become lines, what is left out is empty. */
final class Given {

    private final Map<String, Object> fields;

    Given(Map<String, Object> fields) {
        this.fields = fields;
    }

    String text(String name) {
        return switch (fields.get(name)) {
            case null -> "";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
            case Object value -> String.valueOf(value);
        };
    }

    /** Fields that nobody asked for, and values that are no text, number or list. */
    List<Problem> problems(List<String> known) {
        return fields.entrySet().stream().filter(field -> !known.contains(field.getKey())
                || field.getValue() instanceof Map || field.getValue() instanceof List<?> list
                        && list.stream().anyMatch(entry -> !(entry instanceof String)))
                .map(field -> new Problem(field.getKey(), "api.problem.field",
                        List.of(String.join(", ", known))))
                .toList();
    }
}
