package vn.vonggac.detector;

import java.util.Set;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.TopLevel;
import org.mozilla.javascript.Undefined;
import vn.vonggac.detect.ScriptOutcome.Means;

/** The global object: a browser window in which only what matters is there. */
final class ScriptWindow extends TopLevel {

    private static final long serialVersionUID = 1;

    /** A name of our own for what is a word of the language. */
    static final String IMPORT = "importModule";

    private static final Set<String> EVENTS = Set.of("load", "onload", "DOMContentLoaded", "pageshow",
            "readystatechange", "onreadystatechange", "click", "onclick", "mousemove", "onmousemove",
            "touchstart", "ontouchstart", "scroll", "onscroll", "popstate", "onpopstate", "visibilitychange",
            "onvisibilitychange", "beforeunload", "onbeforeunload");
    private static final Set<String> SELF = Set.of("window", "self", "top", "parent", "frames", "global",
            "globalThis");
    private static final Set<String> IMMATERIAL = Set.of("console", "history", "performance", "crypto",
            "MutationObserver", "WebSocket",
            "IntersectionObserver", "alert", "confirm", "prompt", "clearTimeout", "clearInterval",
            "getComputedStyle", "matchMedia", "dispatchEvent", "removeEventListener", "scrollTo", "Promise",
            "gtag", "ga", "fbq", "postMessage", "Event", "CustomEvent", "Audio", "print");
    private static final Set<String> EMPTY = Set.of("localStorage", "sessionStorage", "URLSearchParams");
    private static final String TOUCH = "ontouchstart";
    private static final Set<String> WIDTHS = Set.of("innerWidth", "outerWidth");
    private static final Set<String> LATER = Set.of("setTimeout", "setInterval", "requestAnimationFrame",
            "setImmediate", "queueMicrotask");

    private final transient String url;
    private final transient ScriptVisitor visitor;
    private final transient ScriptRecord record;
    private transient boolean furnished;

    ScriptWindow(String url, ScriptVisitor visitor, ScriptRecord record) {
        this.url = url;
        this.visitor = visitor;
        this.record = record;
    }

    /** After the engine has put its own things in. */
    void furnish() {
        furnished = true;
        place("document", new ScriptDocument(this, visitor, record));
        place("navigator", new ScriptNavigator(this, visitor, record));
        place("screen", new Screen());
        ScriptQuery query = new ScriptQuery(this, record);
        place("$", query);
        place("jQuery", query);
        place("atob", new ScriptAct(this,
                arguments -> ScriptDecoding.bytes(ScriptAct.text(arguments, 0)).orElse("")));
        place("btoa", new ScriptAct(this, arguments -> ScriptAct.text(arguments, 0)));
        place("open", new ScriptAct(this, arguments -> went(arguments)));
        place("addEventListener", new ScriptAct(this, arguments -> listen(arguments)));
        place("attachEvent", new ScriptAct(this, arguments -> listen(arguments)));
        place("Image", new ScriptAct(this, arguments -> new ScriptElement(this, "img", true, record)));
        LATER.forEach(name -> place(name, new ScriptAct(this, arguments -> later(arguments))));
        IMMATERIAL.forEach(name -> place(name, nothing()));
        EMPTY.forEach(name -> place(name, new ScriptStorage(this)));
        place("fetch", new ScriptAct(this, arguments -> answer(ScriptAct.text(arguments, 0))));
        place("XMLHttpRequest", new ScriptAct(this, arguments -> new ScriptRequest(this, record)));
        place(IMPORT, new ScriptAct(this, arguments -> imported(ScriptAct.text(arguments, 0))));
        place("Reflect", new ScriptReflect(this));
        place("name", "");
        place("navigation", new ScriptLocation(this, url, record));
        place("URL", new ScriptAct(this, this::address));
        place("TextDecoder", new ScriptDecoder());
        bytes();
        parsed();
        SELF.forEach(name -> place(name, this));
        place("innerHeight", 900);
    }

    private void place(String name, Object value) {
        defineProperty(name, value, ScriptableObject.DONTENUM);
    }

    /** A list of bytes is as good as any list. */
    private void bytes() {
        ScriptAct list = new ScriptAct(this, arguments -> ScriptAct.argument(arguments, 0));
        if (get("Array", this) instanceof Scriptable lists) {
            list.put("from", list, ScriptableObject.getProperty(lists, "from"));
        }
        place("Uint8Array", list);
    }

    private void parsed() {
        if (get("JSON", this) instanceof Scriptable json
                && ScriptableObject.getProperty(json, "parse") instanceof Function parse) {
            ScriptableObject.putProperty(json, "parse", new ScriptAct(this, arguments -> ScriptAnswer
                    .source(ScriptAct.text(arguments, 0)).<Object>map(this::answer).orElseGet(() -> parse
                            .call(Context.getCurrentContext(), this, json, arguments))));
        }
    }

    private Object address(Object[] arguments) {
        return new ScriptLocation(this, ScriptAct.text(arguments, 0), record);
    }

    /** What the page's own site answers tells nothing. */
    ScriptAnswer answer(String address) {
        return new ScriptAnswer(this, record, Addresses.foreign(address, url) ? address.strip() : "");
    }

    ScriptNothing nothing() {
        return new ScriptNothing(this);
    }

    ScriptLocation location() {
        return new ScriptLocation(this, url, record);
    }

    @Override
    public Object get(String name, Scriptable start) {
        if (furnished && name.equals("location")) {
            return location();
        }
        return WIDTHS.contains(name) ? width() : super.get(name, start);
    }

    private int width() {
        record.asked();
        return visitor.width();
    }

    @Override
    public boolean has(String name, Scriptable start) {
        if (furnished && name.equals(TOUCH)) {
            record.asked();
            return visitor.phone();
        }
        return furnished && name.equals("location") || WIDTHS.contains(name) || super.has(name, start);
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        if (!furnished) {
            super.put(name, start, value);
        } else if (name.equals("location")) {
            record.went(ScriptAct.text(value), Means.LOCATION);
        } else if (EVENTS.contains(name) && value instanceof Function) {
            record.later(value);
        } else {
            super.put(name, start, value);
        }
    }

    private Object went(Object[] arguments) {
        record.went(ScriptAct.text(arguments, 0), Means.POPUP);
        return nothing();
    }

    private Object imported(String module) {
        record.went(module, Means.MODULE);
        return nothing();
    }

    private Object later(Object[] arguments) {
        if (arguments.length > 0) {
            record.later(arguments[0]);
        }
        return 1;
    }

    Object listen(Object[] arguments) {
        if (arguments.length > 1 && EVENTS.contains(ScriptAct.text(arguments, 0))) {
            record.later(arguments[1]);
        }
        return Undefined.instance;
    }

    private final class ScriptDecoder extends ScriptNothing {

        private static final long serialVersionUID = 1;

        ScriptDecoder() {
            super(ScriptWindow.this);
        }

        @Override
        public Object get(String name, Scriptable start) {
            return name.equals("decode")
                    ? new ScriptAct(ScriptWindow.this,
                            arguments -> ScriptBytes.text(ScriptAct.argument(arguments, 0)))
                    : super.get(name, start);
        }
    }

    private final class Screen extends ScriptNothing {

        private static final long serialVersionUID = 1;

        Screen() {
            super(ScriptWindow.this);
        }

        @Override
        public Object get(String name, Scriptable start) {
            record.asked();
            return name.toLowerCase(java.util.Locale.ROOT).endsWith("width") ? visitor.width() : 900;
        }
    }
}
