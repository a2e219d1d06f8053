package vn.vonggac.page;

/**
 * Where on the page something stands: a tag path such as {@code html>body>div.footer>a}, and the line of the source
 * it begins on, 0 when unknown.
 */
public record Place(String path, int line) {

    public static final Place NOWHERE = new Place("", 0);

    private static final String SHEET = "page";

    /** A line of one page of a document that has several. */
    public static Place onSheet(int sheet, int line) {
        return new Place(SHEET + sheet, line);
    }

    /** Which page of a document, 0 for a place that is on none. */
    public int sheet() {
        String number = path.startsWith(SHEET) ? path.substring(SHEET.length()) : "";
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** The place as people read it, empty for nowhere. */
    public String describe() {
        return line == 0 ? path : path + ":" + line;
    }
}
