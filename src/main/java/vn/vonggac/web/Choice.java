package vn.vonggac.web;

import java.util.List;
import java.util.stream.Stream;

/** One entry of a select. */
public record Choice(String value, String label) {

    /** The choices, and first of all none. */
    static List<Choice> orNone(List<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", "–")), choices.stream()).toList();
    }
}
