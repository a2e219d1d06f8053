package vn.vonggac.detector;

import java.util.Locale;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import vn.vonggac.detect.ScriptOutcome.Means;

/** The document as scripts see it: there is something under every name, and what is written is recorded. */
final class ScriptDocument extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private final transient ScriptWindow window;
    private final transient ScriptVisitor visitor;
    private final transient ScriptRecord record;

    ScriptDocument(ScriptWindow window, ScriptVisitor visitor, ScriptRecord record) {
        super(window);
        this.window = window;
        this.visitor = visitor;
        this.record = record;
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "write", "writeln" -> new ScriptAct(window, arguments -> write(arguments));
            case "createElement" -> new ScriptAct(window, arguments -> made(ScriptAct.text(arguments, 0)));
            case "createElementNS" -> new ScriptAct(window, arguments -> made(ScriptAct.text(arguments, 1)));
            case "createTextNode" -> new ScriptAct(window, arguments -> ScriptAct.text(arguments, 0));
            case "createDocumentFragment" -> new ScriptAct(window, arguments -> made("div"));
            case "getElementById" -> new ScriptAct(window, arguments -> found("div"));
            case "querySelector" ->
                new ScriptAct(window, arguments -> found(tag(ScriptAct.text(arguments, 0))));
            case "getElementsByTagName", "getElementsByClassName", "querySelectorAll", "getElementsByName" ->
                new ScriptAct(window, this::several);
            case "addEventListener", "attachEvent" ->
                new ScriptAct(window, arguments -> window.listen(arguments));
            case "body", "head", "documentElement", "currentScript" -> found(name);
            case "location" -> window.location();
            case "URL", "documentURI", "baseURI" -> window.location().getDefaultValue(String.class);
            case "domain" -> window.location().get("host", start);
            case "readyState" -> "complete";
            case "cookie", "title", "charset" -> "";
            case "hidden" -> false;
            case "visibilityState" -> "visible";
            case "defaultView" -> window;
            case "createRange" -> new ScriptAct(window, arguments -> this);
            case "createContextualFragment" ->
                new ScriptAct(window, arguments -> written(ScriptAct.text(arguments, 0)));
            case "referrer" -> referrer();
            default -> super.get(name, start);
        };
    }

    private String referrer() {
        record.asked();
        return visitor.referrer();
    }

    private Object write(Object[] arguments) {
        for (Object argument : arguments) {
            record.streamed(ScriptAct.text(argument));
        }
        return "";
    }

    private ScriptElement made(String tag) {
        boolean sane = tag.matches("[A-Za-z][A-Za-z0-9-]{0,30}");
        ScriptElement element = new ScriptElement(window, sane ? tag : "span", true, record);
        record.made(element);
        return element;
    }

    private ScriptElement found(String tag) {
        return new ScriptElement(window, tag.toLowerCase(Locale.ROOT), false, record);
    }

    /** What the last part of a selector asks for; {@code #box > iframe.x} an iframe. */
    private static String tag(String selector) {
        String last = selector.substring(selector.strip().lastIndexOf(' ') + 1)
                .replaceFirst("[^A-Za-z0-9].*", "");
        return last.isEmpty() ? "div" : last;
    }

    private ScriptElement written(String markup) {
        ScriptElement fragment = made("div");
        fragment.put("innerHTML", fragment, markup);
        return fragment;
    }

    private Object several(Object[] arguments) {
        return Context.getCurrentContext().newArray(window,
                new Object[]{found(ScriptAct.text(arguments, 0))});
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        if (name.equals("location")) {
            record.went(ScriptAct.text(value), Means.LOCATION);
        } else if (name.equals("title")) {
            record.wrote("<title>" + ScriptAct.text(value) + "</title>");
        } else if (name.startsWith("on") && value instanceof Function) {
            record.later(value);
        }
    }
}
