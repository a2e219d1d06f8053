package vn.vonggac.detector;

import java.util.Set;
import org.mozilla.javascript.Scriptable;

/** What a browser keeps, or an address carries, for a script: for a visitor who comes the first time, nothing. */
final class ScriptStorage extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private static final Set<String> ASKED = Set.of("getItem", "get");

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
                : super.get(name, start);
    }
}
