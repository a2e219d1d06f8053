package vn.vonggac.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a portal wrote, written so that nobody and nothing follows it. */
public final class Inert {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private Inert() {}

    /** An address, or several. */
    public static String address(String address) {
        return address.replaceFirst("^http", "hxxp").replace("://", "[:]//").replace(".", "[.]");
    }

    /** Words of a person with addresses among them. */
    public static String within(String words) {
        return ADDRESS.matcher(words).replaceAll(found -> Matcher.quoteReplacement(address(found.group())));
    }
}
