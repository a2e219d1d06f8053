package vn.vonggac.detector;

import java.util.Locale;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** The style of an element that a script made: {@code zIndex} comes out as {@code z-index}. */
final class ScriptStyle extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private final transient ScriptElement element;

    ScriptStyle(Scriptable scope, ScriptElement element) {
        super(scope);
        this.element = element;
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        String text = Context.toString(value);
        if (name.equals("cssText")) {
            element.style(text);
        } else {
            element.style(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ":" + text);
        }
    }
}
