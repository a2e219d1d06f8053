package vn.vonggac.detector;

import java.util.regex.Pattern;

/** What the engine does not know of the language, said as it does: all answers come at once. */
final class ScriptSyntax {

    private static final Pattern WAITING = Pattern
            .compile("(?<![\\w.$'\"])(?:await(?=[\\s(\\[])|async(?=\\s+function|\\s*\\(|\\s+[\\w$]+\\s*=>))");
    private static final Pattern IMPORT = Pattern.compile("(?<![\\w.$'\"])import(?=\\s*\\()");

    private ScriptSyntax() {}

    static String older(String script) {
        String known = script.contains("async") ? WAITING.matcher(script).replaceAll("") : script;
        return known.contains("import") ? IMPORT.matcher(known).replaceAll(ScriptWindow.IMPORT) : known;
    }
}
