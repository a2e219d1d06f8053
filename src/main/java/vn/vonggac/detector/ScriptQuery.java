package vn.vonggac.detector;

import java.util.Set;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import vn.vonggac.detect.ScriptOutcome.Means;

/** jQuery, as far as it writes, waits for the page, or loads. */
final class ScriptQuery extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private static final Set<String> WRITING = Set.of("html", "append", "prepend", "after", "before",
            "replaceWith", "wrap");

    private final transient ScriptWindow window;
    private final transient ScriptRecord record;

    ScriptQuery(ScriptWindow window, ScriptRecord record) {
        super(window);
        this.window = window;
        this.record = record;
    }

    @Override
    public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
        return take(arguments);
    }

    @Override
    public Object get(String name, Scriptable start) {
        if (WRITING.contains(name) || name.equals("ready")) {
            return new ScriptAct(window, this::take);
        }
        return switch (name) {
            case "on", "bind", "one" -> new ScriptAct(window, this::listen);
            case "attr", "prop" -> new ScriptAct(window, this::attribute);
            case "text", "val" -> new ScriptAct(window, this::say);
            case "getScript" -> new ScriptAct(window, this::script);
            case "get", "post", "getJSON", "ajax" -> new ScriptAct(window, this::asked);
            case "length" -> 1;
            default -> new ScriptAct(window, arguments -> this);
        };
    }

    private Object take(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Function function && !(argument instanceof ScriptNothing)) {
                record.later(function);
            } else if (argument instanceof CharSequence text) {
                record.wrote(text.toString());
            }
        }
        return this;
    }

    private Object script(Object[] arguments) {
        record.went(ScriptAct.text(arguments, 0), Means.SCRIPT);
        return this;
    }

    /** {@code $.get(address, then)} and {@code $.ajax({url: address, success: then})}. */
    private Object asked(Object[] arguments) {
        Object first = ScriptAct.argument(arguments, 0);
        if (first instanceof Scriptable options && !(first instanceof CharSequence)) {
            ScriptAnswer answer = window.answer(ScriptAct.text(ScriptableObject.getProperty(options, "url")));
            return answer.given(ScriptableObject.getProperty(options, "success"));
        }
        ScriptAnswer answer = window.answer(ScriptAct.text(first));
        for (Object argument : arguments) {
            answer.given(argument);
        }
        return answer;
    }

    private Object say(Object[] arguments) {
        if (arguments.length > 0 && arguments[0] instanceof CharSequence text) {
            record.wrote(text.toString().replace("<", "&lt;"));
        }
        return this;
    }

    private Object listen(Object[] arguments) {
        Object last = arguments.length == 0 ? "" : arguments[arguments.length - 1];
        if (ScriptAct.text(arguments, 0).matches("(load|ready)\\b.*") && last instanceof Function function) {
            record.later(function);
        }
        return this;
    }

    private Object attribute(Object[] arguments) {
        String value = ScriptAct.text(arguments, 1);
        if (ScriptAct.text(arguments, 0).equals("href") && Addresses.absolute(value)) {
            record.wrote("<a href=\"" + value.replace("\"", "&quot;") + "\"></a>");
        }
        return this;
    }
}
