package vn.vonggac.detector;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which tokens of a script belong to what waits for a person: functions given to click, submit, change and the like. */
final class ScriptDeferral {

    private static final Set<String> WAITING = Set.of("click", "dblclick", "submit", "change", "keyup",
            "keydown", "keypress", "focus", "blur", "hover", "mouseover", "mouseenter", "mouseleave",
            "mouseout", "toggle", "swipe", "resize", "select", "validate", "ajax", "post", "get", "getJSON",
            "done", "success", "error", "complete", "fail", "then", "dialog", "autocomplete", "animate");
    private static final Set<String> LISTENING = Set.of("on", "bind", "live", "delegate", "addEventListener",
            "attachEvent", "one");
    private static final Set<String> ANSWERS = Set.of("success", "error", "complete", "select", "callback",
            "onclick", "onsubmit", "onchange", "onkeypress", "onkeyup", "onSelect", "onSuccess",
            "onComplete");

    /** Events that come without a person's doing. */
    private static final Pattern UNASKED = Pattern.compile("load|ready|Loaded|show|change|scroll");

    private final List<ScriptToken> tokens;
    private final BitSet deferred = new BitSet();
    private final Deque<Boolean> calls = new ArrayDeque<>();
    private int waitingCalls;

    private ScriptDeferral(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    static BitSet in(List<ScriptToken> tokens) {
        ScriptDeferral deferral = new ScriptDeferral(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            deferral.token(i);
        }
        return deferral.deferred;
    }

    /** Whether a form is sent without anybody asking: not in a function that has a name, for somebody may call it. */
    static boolean submits(List<ScriptToken> tokens) {
        ScriptDeferral deferral = new ScriptDeferral(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            deferral.token(i);
            if (tokens.get(i).is("function") && i + 1 < tokens.size() && tokens.get(i + 1).isName()) {
                deferral.deferred.set(i, deferral.end(i));
            }
        }
        return IntStream.range(1, tokens.size() - 2).anyMatch(i -> !deferral.deferred.get(i)
                && (tokens.get(i).is("submit") || tokens.get(i).is("requestSubmit"))
                && tokens.get(i - 1).is(".") && tokens.get(i + 1).is("(") && tokens.get(i + 2).is(")"));
    }

    private void token(int i) {
        ScriptToken token = tokens.get(i);
        if (token.kind() == ScriptToken.Kind.SIGN) {
            call(i, token);
        } else if (token.is("function") && answers(i)) {
            deferred.set(i, end(i));
        }
        if (waitingCalls > 0) {
            deferred.set(i);
        }
    }

    private void call(int i, ScriptToken token) {
        if (token.is("(")) {
            boolean waits = waits(i);
            calls.push(waits);
            waitingCalls += waits ? 1 : 0;
        } else if (token.is(")") && !calls.isEmpty()) {
            waitingCalls -= calls.pop() ? 1 : 0;
        }
    }

    private boolean waits(int i) {
        if (i < 2 || !tokens.get(i - 2).is(".") && !tokens.get(i - 1).is("addEventListener")) {
            return false;
        }
        String name = tokens.get(i - 1).text();
        if (LISTENING.contains(name)) {
            return i + 1 < tokens.size() && tokens.get(i + 1).isString()
                    && !UNASKED.matcher(tokens.get(i + 1).text()).find()
                    && !onWindow(i - 3);
        }
        return WAITING.contains(name) && i + 1 < tokens.size() && !tokens.get(i + 1).is(")");
    }

    /** A click anywhere is no choice of the person's. */
    private boolean onWindow(int i) {
        return i >= 0 && (tokens.get(i).is("document") || tokens.get(i).is("window"));
    }

    private boolean answers(int i) {
        return i >= 2 && (tokens.get(i - 1).is(":") || tokens.get(i - 1).is("="))
                && ANSWERS.contains(tokens.get(i - 2).text())
                && !(i >= 4 && onWindow(i - 4));
    }

    /** The token after the body of the function that begins here. */
    private int end(int i) {
        int depth = 0;
        for (int at = i; at < tokens.size(); at++) {
            if (tokens.get(at).is("{")) {
                depth++;
            } else if (tokens.get(at).is("}") && --depth == 0) {
                return at + 1;
            }
        }
        return tokens.size();
    }
}
