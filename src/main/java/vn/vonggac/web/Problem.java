package vn.vonggac.web;

import java.util.List;

/** What is wrong with one field of a form: a message key and what it is filled with. */
public record Problem(String field, String key, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }
}
