package vn.vonggac.detector;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/**
 * What another site would answer, which nobody knows: any part of it is still that, and as text it carries the address
 * it came from, so that what is done with it can be told. Functions that wait for it are given it.
 */
final class ScriptAnswer extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private static final char FROM = '\uf8f0';
    private static final char TO = '\uf8f1';
    private static final Pattern MARK = Pattern.compile(FROM + "([^" + TO + "]{0,2000})" + TO);
    /** What may stand before it in an address whose host it decides. */
    private static final Pattern NO_HOST = Pattern.compile("\\s*(?:https?:)?/{0,2}[\\w.-]*",
            Pattern.CASE_INSENSITIVE);

    private final transient ScriptWindow window;
    private final transient ScriptRecord record;
    private final String source;
    private Form form;

    private enum Form {
        OBJECT, TEXT, FAILURE
    }

    /** @param source the address, empty where what is answered there tells nothing */
    ScriptAnswer(ScriptWindow window, ScriptRecord record, String source) {
        this(window, record, source, Form.OBJECT);
    }

    private ScriptAnswer(ScriptWindow window, ScriptRecord record, String source, Form form) {
        super(window);
        this.window = window;
        this.record = record;
        this.source = source;
        this.form = form;
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "then" -> new ScriptAct(window, this::then);
            case "json" -> this;
            case "text" -> new ScriptAnswer(window, record, source, Form.TEXT);
            case "catch", "fail", "error" -> new ScriptAnswer(window, record, source, Form.FAILURE);
            case "status" -> 200;
            case "length" -> 1;
            default -> super.get(name, start);
        };
    }

    @Override
    public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
        for (Object argument : arguments) {
            given(argument);
        }
        return this;
    }

    /** What comes of it is another form of it, or still the same. */
    private Object then(Object[] arguments) {
        ScriptAnswer next = new ScriptAnswer(window, record, source, form);
        give(ScriptAct.argument(arguments, 0), made -> {
            if (made instanceof ScriptAnswer answer) {
                next.form = answer.form;
            }
        });
        return next;
    }

    /** To a function that waits for it. */
    ScriptAnswer given(Object waiting) {
        give(waiting, made -> {
        });
        return this;
    }

    /** No answer is expected to fail. */
    private void give(Object waiting, Consumer<Object> then) {
        if (form != Form.FAILURE && waiting instanceof Function function
                && !(waiting instanceof ScriptNothing)) {
            record.later(new ScriptAct(window, arguments -> {
                Object[] answer = {form == Form.TEXT ? text() : this};
                then.accept(function.call(Context.getCurrentContext(), window, window, answer));
                return this;
            }));
        }
    }

    String text() {
        return source.isEmpty() ? "" : FROM + source + TO;
    }

    @Override
    public Object getDefaultValue(Class<?> hint) {
        return text();
    }

    /** Where it came from, if there is something of an answer in the text. */
    static Optional<String> source(String text) {
        if (text.indexOf(FROM) < 0) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(text);
        return mark.find() ? Optional.of(mark.group(1)) : Optional.empty();
    }

    /** Whether an address leads where the answer says, and not only takes some of it along. */
    static boolean decides(String url) {
        int mark = url.indexOf(FROM);
        return mark >= 0 && NO_HOST.matcher(url.substring(0, mark)).matches();
    }

    /** The text without what nobody knows. */
    static String known(String text) {
        return text.indexOf(FROM) < 0 ? text : MARK.matcher(text).replaceAll("");
    }
}
