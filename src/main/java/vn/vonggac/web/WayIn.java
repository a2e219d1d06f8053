package vn.vonggac.web;

import java.util.List;

/** One thing that speaks for how somebody got in: a message key and what fills it. */
public record WayIn(String key, List<Object> arguments) {

    public WayIn {
        arguments = List.copyOf(arguments);
    }

    static WayIn of(String word, Object... arguments) {
        return new WayIn("web.entry." + word, List.of(arguments));
    }
}
