package vn.vonggac.detector;

import java.util.Set;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.Undefined;

/** What a browser keeps, or an address carries, for a script: for a visitor who comes the first time, nothing. */
final class ScriptStorage extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private static final Set<String> ASKED = Set.of("getItem", "get");
    /** Under any other name nothing is kept. */
    private static final Set<String> DOES = Set.of("setItem", "removeItem", "clear", "key", "length",
            "append",
            "set", "delete", "getAll", "toString", "forEach", "entries", "keys", "values", "prototype",
            "constructor");

    ScriptStorage(Scriptable scope) {
        super(scope);
    }

    @Override
    @SuppressWarnings("NullAway") // what is not kept is null to a script
    public Object get(String name, Scriptable start) {
        if (ASKED.contains(name)) {
            return new ScriptAct(getParentScope(), arguments -> null);
        }
        return name.equals("has")
                ? new ScriptAct(getParentScope(), arguments -> false)
                : DOES.contains(name) ? super.get(name, start) : Undefined.instance;
    }
}
