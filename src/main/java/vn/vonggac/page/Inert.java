package vn.vonggac.page;

/** What a portal wrote, written so that nobody and nothing follows it. */
public final class Inert {

    private Inert() {}

    /** An address, or several. */
    public static String address(String address) {
        return address.replaceFirst("^http", "hxxp").replace("://", "[:]//").replace(".", "[.]");
    }
}
