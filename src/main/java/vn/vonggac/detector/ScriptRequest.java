package vn.vonggac.detector;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;

/** A request that a script makes: opened for an address, it is answered from there at once. */
final class ScriptRequest extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private final transient ScriptWindow window;
    private final transient ScriptRecord record;
    private transient ScriptAnswer answer;

    ScriptRequest(ScriptWindow window, ScriptRecord record) {
        super(window);
        this.window = window;
        this.record = record;
        this.answer = window.answer("");
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "open" -> new ScriptAct(window, arguments -> open(ScriptAct.text(arguments, 1)));
            case "addEventListener" -> new ScriptAct(window, arguments -> wait(arguments));
            case "status" -> 200;
            case "readyState", "DONE" -> 4;
            case "response", "responseText" -> answer.text();
            case "responseXML", "getResponseHeader" -> answer;
            default -> super.get(name, start);
        };
    }

    private Object open(String url) {
        answer = window.answer(url);
        return this;
    }

    private Object wait(Object[] arguments) {
        if (!ScriptAct.text(arguments, 0).matches("error|abort|timeout")) {
            give(ScriptAct.argument(arguments, 1));
        }
        return this;
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        if (name.startsWith("onload") || name.startsWith("onready")) {
            give(value);
        }
    }

    /** The function is called as one of the request's own. */
    private void give(Object waiting) {
        if (waiting instanceof Function function) {
            record.later(new ScriptAct(window, arguments -> function.call(Context.getCurrentContext(), window,
                    this, new Object[]{this})));
        }
    }
}
