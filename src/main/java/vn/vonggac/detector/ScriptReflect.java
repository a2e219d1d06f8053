package vn.vonggac.detector;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/** The roundabout way to set, ask and call. */
final class ScriptReflect extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private final transient Scriptable window;

    ScriptReflect(Scriptable window) {
        super(window);
        this.window = window;
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "set" -> new ScriptAct(window, ScriptReflect::set);
            case "get" -> new ScriptAct(window, ScriptReflect::asked);
            case "apply", "construct" -> new ScriptAct(window, this::apply);
            default -> super.get(name, start);
        };
    }

    private static Object set(Object[] arguments) {
        if (ScriptAct.argument(arguments, 0) instanceof Scriptable owner) {
            ScriptableObject.putProperty(owner, ScriptAct.text(arguments, 1),
                    ScriptAct.argument(arguments, 2));
        }
        return true;
    }

    private static Object asked(Object[] arguments) {
        return ScriptAct.argument(arguments, 0) instanceof Scriptable owner
                ? ScriptableObject.getProperty(owner, ScriptAct.text(arguments, 1))
                : Undefined.instance;
    }

    private Object apply(Object[] arguments) {
        Object given = ScriptAct.argument(arguments, arguments.length - 1);
        Object[] list = given instanceof Scriptable array && !(given instanceof Function)
                ? Context.getCurrentContext().getElements(array)
                : new Object[0];
        Object self = ScriptAct.argument(arguments, 1);
        return ScriptAct.argument(arguments, 0) instanceof Function function
                ? function.call(Context.getCurrentContext(), window,
                        self instanceof Scriptable owner ? owner : window, list)
                : Undefined.instance;
    }
}
