package vn.vonggac.detector;

import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/** Stands for everything of a browser that does not matter here: any member of it, and any call, is itself. */
class ScriptNothing extends BaseFunction {

    private static final long serialVersionUID = 1;

    ScriptNothing(Scriptable scope) {
        super(scope, ScriptableObject.getFunctionPrototype(scope));
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "length", "childElementCount" -> 0;
            case "toString", "valueOf", "toJSON", "then", "call", "apply", "prototype", "constructor" ->
                super.get(name, start);
            default -> super.has(name, start) ? super.get(name, start) : this;
        };
    }

    @Override
    public Object get(int index, Scriptable start) {
        return this;
    }

    @Override
    public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
        return this;
    }

    @Override
    public Scriptable construct(Context context, Scriptable scope, Object[] arguments) {
        return this;
    }

    @Override
    public Object getDefaultValue(Class<?> hint) {
        return hint == ScriptRuntime.NumberClass ? (Object) Double.valueOf(0) : "";
    }
}
