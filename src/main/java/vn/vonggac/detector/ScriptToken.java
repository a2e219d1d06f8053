package vn.vonggac.detector;

/** A token of a script. A string's text is decoded; a number's is as written. */
record ScriptToken(Kind kind, String text) {

    enum Kind {
        NAME, STRING, NUMBER, PATTERN, SIGN
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
