package vn.vonggac.detector;

import java.net.URI;
import org.mozilla.javascript.Scriptable;
import vn.vonggac.detect.ScriptOutcome.Means;

/** The address of the page; giving it another one is what redirects do. */
final class ScriptLocation extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private final transient URI url;
    private final transient ScriptRecord record;

    ScriptLocation(Scriptable scope, String url, ScriptRecord record) {
        super(scope);
        this.url = parsed(url);
        this.record = record;
    }

    private static URI parsed(String url) {
        try {
            URI parsed = URI.create(url);
            return parsed.getHost() == null ? URI.create("https://page.invalid/") : parsed;
        } catch (IllegalArgumentException e) {
            return URI.create("https://page.invalid/");
        }
    }

    @Override
    public Object get(String name, Scriptable start) {
        return switch (name) {
            case "href" -> url.toString();
            case "host", "hostname" -> url.getHost();
            case "origin" -> url.getScheme() + "://" + url.getHost();
            case "protocol" -> url.getScheme() + ":";
            case "pathname" -> url.getRawPath() == null ? "/" : url.getRawPath();
            case "search" -> url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
            case "hash" -> url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
            case "port" -> "";
            case "replace", "assign", "navigate" ->
                new ScriptAct(getParentScope(), arguments -> go(arguments));
            case "toString" -> new ScriptAct(getParentScope(), arguments -> url.toString());
            default -> super.get(name, start);
        };
    }

    private Object go(Object[] arguments) {
        record.went(ScriptAct.text(arguments, 0), Means.LOCATION);
        return this;
    }

    @Override
    public void put(String name, Scriptable start, Object value) {
        if (name.equals("href")) {
            record.went(ScriptAct.text(value), Means.LOCATION);
        }
    }

    @Override
    public Object getDefaultValue(Class<?> hint) {
        return url.toString();
    }
}
