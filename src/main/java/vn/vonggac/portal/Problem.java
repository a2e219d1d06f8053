package vn.vonggac.portal;

import java.util.List;

/** What is wrong with one field: a message key and what fills it. */
public record Problem(String field, String messageKey, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }
}
