package vn.vonggac.detector;

import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.Undefined;

/** What a browser says of itself. Whoever asks here wants to know who is looking. */
final class ScriptNavigator extends ScriptNothing {

    private static final long serialVersionUID = 1;

    private final transient ScriptVisitor visitor;
    private final transient ScriptRecord record;

    ScriptNavigator(Scriptable scope, ScriptVisitor visitor, ScriptRecord record) {
        super(scope);
        this.visitor = visitor;
        this.record = record;
    }

    @Override
    public Object get(String name, Scriptable start) {
        record.asked();
        return switch (name) {
            case "userAgent", "appVersion" -> visitor.userAgent();
            case "platform" -> visitor.platform();
            case "language" -> "vi-VN";
            case "vendor" -> "Google Inc.";
            case "appName" -> "Netscape";
            case "maxTouchPoints" -> visitor.phone() ? 5 : 0;
            case "mobile" -> visitor.phone();
            case "webdriver" -> false;
            case "cookieEnabled", "onLine" -> true;
            case "userAgentData" -> visitor.userAgent().contains("Chrome") ? this : Undefined.instance;
            default -> super.get(name, start);
        };
    }
}
