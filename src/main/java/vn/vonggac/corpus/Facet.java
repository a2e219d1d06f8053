package vn.vonggac.corpus;

/** What hits are counted by, and can be narrowed down to. */
public enum Facet {
    AGENCY("agency", true), PORTAL("portal", true), VERDICT("verdictword", false), VIEW("viewword",
            false), LANGUAGE("languageword", false),
    /** Pages made from one template: the same tag paths. */
    TEMPLATE("template", true),
    /** When it was first seen, such as 202608. */
    MONTH("month", true);

    private final String field;
    private final boolean number;

    Facet(String field, boolean number) {
        this.field = field;
        this.number = number;
    }

    /** The column that holds its values. */
    String field() {
        return field;
    }

    boolean isNumber() {
        return number;
    }
}
