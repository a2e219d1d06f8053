package vn.vonggac.page;

/**
 * Where on the page something stands: a tag path such as {@code html>body>div.footer>a}, and the line of the source
 * it begins on, 0 when unknown.
 */
public record Place(String path, int line) {

    public static final Place NOWHERE = new Place("", 0);

    /** The place as people read it, empty for nowhere. */
    public String describe() {
        return line == 0 ? path : path + ":" + line;
    }
}
