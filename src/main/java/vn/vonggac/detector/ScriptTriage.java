package vn.vonggac.detector;

import java.util.List;
import java.util.regex.Pattern;
import vn.vonggac.page.Script;

/** Tells in one pass over the text, without tokens, whether a script can matter at all. */
final class ScriptTriage {

    private static final List<String> ENCODED = List.of("fromCharCode", "fromCodePoint", "TextDecoder",
            "atob", "unescape(", "eval(",
            "decodeURI", "Function(", "\\x", "\\u00", "\\u1e", "reverse(", "function(p,a,c,k,e", "charCodeAt",
            ".join(", "'+'", "\"+\"", "constructor.constructor");
    private static final List<String> SINKS = List.of("location", "document.write", "innerHTML",
            "outerHTML", "insertAdjacentHTML", ".open(", ".html(", ".append(", "createElement", "document[",
            "window[", "self[", "top[", "this[", "parent[", ".title", ".prepend(", ".replaceWith(",
            "navigation.", ").src", "Reflect.", "constructor(", "import(", "import ", "import{", "import\"",
            "import'");
    private static final List<String> WRITERS = List.of("document.write", "innerHTML", "outerHTML",
            "insertAdjacentHTML");
    private static final int SYMBOLS = 200;
    private static final Pattern CRUMBS = Pattern
            .compile("(?:\"[^\"\\n]{1,12}+\"\\s*+[,+]\\s*+){5}+|(?:'[^'\\n]{1,12}+'\\s*+[,+]\\s*+){5}+");

    private ScriptTriage() {}

    static boolean mayMatter(Script script) {
        String text = script.text();
        return switch (script.kind()) {
            case INLINE, HANDLER, UNASKED, JAVASCRIPT_LINK ->
                text.length() > 12 && (leads(text) || onlySymbols(text));
            case EXTERNAL -> text.length() > 12 && leads(text);
            case JSON_LD, DATA -> false;
        };
    }

    private static boolean leads(String text) {
        boolean encoded = holds(text, ENCODED);
        boolean sink = holds(text, SINKS);
        return sink && (encoded || text.contains("//") && awayOrMarkup(text))
                || encoded && evaluates(text)
                || holds(text, WRITERS) && (talks(text) || CRUMBS.matcher(text).find());
    }

    /** Whether it has a way to put code or markup on the page. */
    static boolean writes(String text) {
        return text.contains("eval") || text.contains("Function(") || text.contains("constructor(")
                || holds(text, WRITERS);
    }

    /** Whether it has a string of several words: what is written need not be a link. */
    private static boolean talks(String text) {
        return !ScriptStrings.sentences(text, 1).isEmpty();
    }

    private static boolean awayOrMarkup(String text) {
        return text.contains("http") || text.contains("\"//") || text.contains("'//") || text.contains("<");
    }

    private static boolean evaluates(String text) {
        return text.contains("eval(") || text.contains("Function(") || text.contains("setTimeout")
                || text.contains("constructor(");
    }

    private static boolean holds(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** JSFuck and its kin write everything with six to ten signs. */
    static boolean onlySymbols(String text) {
        if (text.length() < SYMBOLS) {
            return false;
        }
        int letters = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            letters += Character.isLetterOrDigit(text.charAt(text.length() / 2 - SYMBOLS / 2 + i)) ? 1 : 0;
        }
        return letters < SYMBOLS / 20;
    }
}
