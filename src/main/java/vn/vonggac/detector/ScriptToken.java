package vn.vonggac.detector;

import java.util.stream.IntStream;

/** A token of a script. A string's text is decoded; a number's is as written. */
record ScriptToken(Kind kind, String text) {

    enum Kind {
        NAME, STRING, NUMBER, PATTERN, SIGN
    }

    private static final ScriptToken[] SIGNS = IntStream.range(0, 128)
            .mapToObj(sign -> new ScriptToken(Kind.SIGN, String.valueOf((char) sign)))
            .toArray(ScriptToken[]::new);

    static ScriptToken sign(char sign) {
        return sign < SIGNS.length ? SIGNS[sign] : new ScriptToken(Kind.SIGN, String.valueOf(sign));
    }

    static ScriptToken string(String text) {
        return new ScriptToken(Kind.STRING, text);
    }

    boolean is(String expected) {
        return kind != Kind.STRING && text.equals(expected);
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    boolean isName() {
        return kind == Kind.NAME;
    }
}
