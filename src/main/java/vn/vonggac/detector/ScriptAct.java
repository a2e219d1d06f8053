package vn.vonggac.detector;

import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** A function of the page that scripts can call. */
final class ScriptAct extends BaseFunction {

    private static final long serialVersionUID = 1;

    private final transient Act act;

    interface Act {

        Object on(Object[] arguments);
    }

    ScriptAct(Scriptable scope, Act act) {
        super(scope, ScriptableObject.getFunctionPrototype(scope));
        this.act = act;
    }

    @Override
    public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
        return act.on(arguments);
    }

    @Override
    public Scriptable construct(Context context, Scriptable scope, Object[] arguments) {
        return act.on(arguments) instanceof Scriptable made ? made : this;
    }

    static Object argument(Object[] arguments, int index) {
        return index < arguments.length ? arguments[index] : "";
    }

    static String text(Object[] arguments, int index) {
        return text(argument(arguments, index));
    }

    static String text(Object value) {
        return value instanceof ScriptElement element ? element.markup() : Context.toString(value);
    }
}
