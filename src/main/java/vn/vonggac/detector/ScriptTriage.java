package vn.vonggac.detector;

import java.util.List;
import vn.vonggac.page.Script;
import vn.vonggac.page.Sentence;

/** Tells in one pass over the text, without tokens, whether a script can matter at all. */
final class ScriptTriage {

    private static final List<String> ENCODED = List.of("fromCharCode", "fromCodePoint", "TextDecoder",
            "atob", "unescape(", "eval(",
            "decodeURI", "Function(", "\\x", "\\u00", "reverse(", "function(p,a,c,k,e", "charCodeAt",
            ".join(");
    private static final List<String> SINKS = List.of("location", "document.write", "innerHTML",
            "outerHTML", "insertAdjacentHTML", ".open(", ".html(", ".append(", "createElement", "document[",
            "window[", "self[", "top[", "this[", "parent[", ".title", ".prepend(", ".replaceWith(");
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int SYMBOLS = 200;

    private ScriptTriage() {}

    static boolean mayMatter(Script script) {
        String text = script.text();
        return switch (script.kind()) {
            case INLINE, HANDLER, JAVASCRIPT_LINK -> text.length() > 12 && (leads(text) || onlySymbols(text));
            case EXTERNAL -> text.length() > 12 && leads(text);
            case JSON_LD, DATA -> false;
        };
    }

    private static boolean leads(String text) {
        boolean encoded = holds(text, ENCODED);
        boolean sink = holds(text, SINKS);
        return sink && (encoded || text.contains("//") && awayOrMarkup(text))
                || encoded && evaluates(text) || talks(text);
    }

    /** Whether it has a string of several words: there are more ways to put one on a page than can be listed. */
    private static boolean talks(String text) {
        for (int from = 0; from < text.length(); from++) {
            char quote = text.charAt(from);
            if (quote == '"' || quote == '\'' || quote == '`') {
                int end = text.indexOf(quote, from + 1);
                if (end < 0) {
                    return false;
                }
                if (end - from < LONGEST_SENTENCE && Sentence.isOne(text, from + 1, end)) {
                    return true;
                }
                from = end;
            }
        }
        return false;
    }

    private static boolean awayOrMarkup(String text) {
        return text.contains("http") || text.contains("\"//") || text.contains("'//") || text.contains("<");
    }

    private static boolean evaluates(String text) {
        return text.contains("eval(") || text.contains("Function(") || text.contains("setTimeout");
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
