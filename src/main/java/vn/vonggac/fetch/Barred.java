package vn.vonggac.fetch;

/** A URL that must not be asked, and the rule that says so; the gate turns it into a value. */
final class Barred extends Exception {

    private static final long serialVersionUID = 1;

    private final String rule;

    Barred(String rule) {
        super(rule, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
