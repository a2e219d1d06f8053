package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.vonggac.detector.ScriptToken.Kind;

/**
 * Cuts a script into tokens without ever failing: what is not JavaScript comes out as signs. Comments are dropped,
 * escapes in strings are undone, and a template is a string with its places left out.
 */
final class ScriptTokens {

    private static final Set<String> BEFORE_PATTERN = Set.of("return", "typeof", "case", "in", "of", "delete",
            "void", "throw", "new", "else", "do");

    private final String text;
    private final int limit;
    private final List<ScriptToken> tokens = new ArrayList<>();
    private int at;
    private int escapes;

    private ScriptTokens(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** At most {@code limit} tokens, and how many characters were written as escapes. */
    static Cut cut(String text, int limit) {
        ScriptTokens scanner = new ScriptTokens(text, limit);
        scanner.run();
        return new Cut(List.copyOf(scanner.tokens), scanner.escapes);
    }

    record Cut(List<ScriptToken> tokens, int escapes) {}

    private void run() {
        while (at < text.length() && tokens.size() < limit) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\u00a0' || c == '\ufeff') {
                at++;
            } else if (Character.isJavaIdentifierStart(c) || c == '\\') {
                name();
            } else if (c >= '0' && c <= '9') {
                number();
            } else if (c == '"' || c == '\'' || c == '`') {
                string(c);
            } else if (c == '/') {
                slash();
            } else {
                sign(c);
            }
        }
    }

    private void name() {
        int from = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        if (at > from && (at == text.length() || text.charAt(at) != '\\')) {
            tokens.add(new ScriptToken(Kind.NAME, text.substring(from, at)));
        } else {
            escapedName(new StringBuilder(text.substring(from, at)));
        }
    }

    private void escapedName(StringBuilder name) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isJavaIdentifierPart(c)) {
                name.append(c);
                at++;
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == 'u') {
                escape(name);
            } else {
                break;
            }
        }
        if (name.isEmpty()) {
            sign(text.charAt(at));
            return;
        }
        tokens.add(new ScriptToken(Kind.NAME, name.toString()));
    }

    private void number() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        tokens.add(new ScriptToken(Kind.NUMBER, text.substring(from, at)));
    }

    private void string(char quote) {
        int from = ++at;
        while (at < text.length() && isPlain(text.charAt(at), quote)) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == quote) {
            tokens.add(ScriptToken.string(text.substring(from, at++)));
        } else {
            escapedString(new StringBuilder(text.substring(from, at)), quote);
        }
    }

    private void escapedString(StringBuilder value, char quote) {
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at);
            if (c == '\\') {
                escape(value);
            } else if (c == '\n' && quote != '`') {
                break;
            } else if (c == '$' && quote == '`' && text.startsWith("${", at)) {
                skipPlace();
            } else {
                value.append(c);
                at++;
            }
        }
        at++;
        tokens.add(ScriptToken.string(value.toString()));
    }

    private static boolean isPlain(char c, char quote) {
        return c != quote && c != '\\' && c != '\n' && c != '$';
    }

    private void skipPlace() {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        } while (depth > 0 && at < text.length());
    }

    /** Undoes the escape that begins here. */
    private void escape(StringBuilder into) {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
        at += 2;
        switch (kind) {
            case 'n' -> into.append('\n');
            case 't' -> into.append('\t');
            case 'r' -> into.append('\r');
            case 'x' -> hex(into, 2);
            case 'u' -> unicode(into);
            case '\r', '\n' -> {
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(into);
            default -> into.append(kind);
        }
    }

    private void unicode(StringBuilder into) {
        if (at < text.length() && text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            int length = end - at - 1;
            if (length > 0 && length <= 6) {
                at++;
                hex(into, length);
                at++;
            }
        } else {
            hex(into, 4);
        }
    }

    private void hex(StringBuilder into, int digits) {
        int value = 0;
        int end = Math.min(at + digits, text.length());
        for (int i = at; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return;
            }
            value = value * 16 + digit;
        }
        at = end;
        escapes++;
        if (Character.isValidCodePoint(value)) {
            into.appendCodePoint(value);
        }
    }

    private void octal(StringBuilder into) {
        int value = 0;
        at--;
        for (int i = 0; i < 3 && at < text.length() && Character.digit(text.charAt(at), 8) >= 0; i++) {
            value = value * 8 + Character.digit(text.charAt(at++), 8);
        }
        escapes++;
        into.append((char) value);
    }

    private void slash() {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (patternMayStart()) {
            pattern();
        } else {
            sign('/');
        }
    }

    private boolean patternMayStart() {
        if (tokens.isEmpty()) {
            return true;
        }
        ScriptToken before = tokens.getLast();
        return switch (before.kind()) {
            case STRING, NUMBER, PATTERN -> false;
            case NAME -> BEFORE_PATTERN.contains(before.text());
            case SIGN -> !before.text().equals(")") && !before.text().equals("]")
                    && !before.text().equals("}");
        };
    }

    private void pattern() {
        int from = at++;
        boolean inClass = false;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                break;
            }
        }
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        at = Math.min(at, text.length());
        tokens.add(new ScriptToken(Kind.PATTERN, text.substring(from, at)));
    }

    private void sign(char c) {
        at++;
        if (at < text.length() && text.charAt(at) == '=' && "+=!<>-*&|".indexOf(c) >= 0) {
            at++;
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                tokens.add(new ScriptToken(Kind.SIGN, c + "=="));
            } else {
                tokens.add(new ScriptToken(Kind.SIGN, c + "="));
            }
        } else {
            tokens.add(ScriptToken.sign(c));
        }
    }
}
