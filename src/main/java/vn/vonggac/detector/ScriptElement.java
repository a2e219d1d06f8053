package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import vn.vonggac.detect.ScriptOutcome.Means;

/** An element that a script made or found. What it is given is remembered, and comes out as markup. */
final class ScriptElement extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private static final Set<String> ATTRIBUTES = Set.of("href", "src", "action", "id", "name", "title",
            "alt",
            "rel", "width", "height", "type", "content", "target", "srcdoc", "method", "hidden", "http-equiv",
            "class", "style");
    private static final Set<String> CONTENT = Set.of("innerHTML", "outerHTML", "textContent", "innerText",
            "text");
    private static final int DEEPEST = 20;

    private final String tag;
    private final boolean made;
    private final transient ScriptRecord record;
    private final transient Map<String, String> attributes = new LinkedHashMap<>();
    private final transient List<Object> children = new ArrayList<>();
    private transient String content = "";
    private boolean inside;

    ScriptElement(Scriptable scope, String tag, boolean made, ScriptRecord record) {
        super(scope);
        this.tag = tag.toLowerCase(Locale.ROOT);
        this.made = made;
        this.record = record;
    }

    boolean outermost() {
        return made && !inside;
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "setAttribute", "setAttributeNS" -> act(arguments -> attribute(arguments));
            case "getAttribute" ->
                act(arguments -> attributes.getOrDefault(ScriptAct.text(arguments, 0), ""));
            case "appendChild", "append", "prepend", "insertBefore", "replaceChild", "insertAdjacentElement",
                    "after", "before", "replaceWith" ->
                act(arguments -> adopt(arguments));
            case "insertAdjacentHTML" -> act(arguments -> markup(ScriptAct.text(arguments, 1)));
            case "click", "submit" -> act(arguments -> go());
            case "addEventListener", "attachEvent" -> act(arguments -> listen(arguments));
            case "tagName", "nodeName" -> tag.toUpperCase(Locale.ROOT);
            case "style" -> new ScriptStyle(getParentScope(), this);
            default ->
                CONTENT.contains(name) || ATTRIBUTES.contains(name) ? value(name) : super.get(name, start);
        };
    }

    private String value(String name) {
        return CONTENT.contains(name) ? content : attributes.getOrDefault(name, "");
    }

    private ScriptAct act(ScriptAct.Act act) {
        return new ScriptAct(getParentScope(), act);
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        if (name.equals("onload") && value instanceof Function) {
            record.later(value);
        } else if (CONTENT.contains(name)) {
            fill(name, ScriptAct.text(value));
        } else if (name.equals("className")) {
            attributes.put("class", ScriptAct.text(value));
        } else if (name.equals("httpEquiv")) {
            attributes.put("http-equiv", ScriptAct.text(value));
        } else if (ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT))) {
            set(name.toLowerCase(Locale.ROOT), ScriptAct.text(value));
        }
    }

    private void fill(String name, String value) {
        content = value;
        if (!made) {
            record.wrote(name.endsWith("HTML") ? value : value.replace("<", "&lt;"));
        }
    }

    private Object attribute(Object[] arguments) {
        set(ScriptAct.text(arguments, 0).toLowerCase(Locale.ROOT), ScriptAct.text(arguments, 1));
        return this;
    }

    private void set(String name, String value) {
        attributes.put(name, value);
        if (name.equals("src")) {
            Means means = tag.equals("script") ? Means.SCRIPT : Means.FRAME;
            if (tag.equals("script") || tag.equals("iframe") || tag.equals("frame")) {
                record.went(value, means);
            }
        } else if (name.equals("href") && !made && Addresses.absolute(value)) {
            record.wrote("<a href=\"" + quoted(value) + "\">" + content + "</a>");
        }
    }

    private Object markup(String markup) {
        record.wrote(markup);
        return this;
    }

    private Object adopt(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof ScriptElement child && child != this) {
                child.inside |= made;
                children.add(child);
            } else if (argument instanceof CharSequence text) {
                children.add(text.toString());
                if (!made) {
                    record.wrote(text.toString().replace("<", "&lt;"));
                }
            }
        }
        return arguments.length == 0 ? this : arguments[0];
    }

    private Object go() {
        record.went(attributes.getOrDefault("href", attributes.getOrDefault("action", "")), Means.LOCATION);
        return this;
    }

    private Object listen(Object[] arguments) {
        if (ScriptAct.text(arguments, 0).endsWith("load") && arguments.length > 1) {
            record.later(arguments[1]);
        }
        return this;
    }

    /** Its style object hands what it is given to the element. */
    void style(String declaration) {
        attributes.merge("style", declaration, (one, two) -> one + ";" + two);
    }

    String markup() {
        return markup(DEEPEST);
    }

    private String markup(int depth) {
        if (!made || depth == 0) {
            return "";
        }
        if (tag.equals("#text")) {
            return content;
        }
        StringBuilder markup = new StringBuilder("<").append(tag);
        attributes.forEach((name, value) -> markup.append(' ').append(name).append("=\"")
                .append(quoted(value)).append('"'));
        markup.append('>').append(content);
        for (Object child : children) {
            markup.append(child instanceof ScriptElement element ? element.markup(depth - 1) : child);
        }
        return markup.append("</").append(tag).append('>').toString();
    }

    private static String quoted(String value) {
        return value.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
