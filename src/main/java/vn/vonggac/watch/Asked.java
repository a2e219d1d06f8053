package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.vonggac.watch.Check.Kind;

/**
 * What somebody wants looked at.
 *
 * @param target an address, or the name of a file
 * @param given what was handed in, empty for an address
 * @param pages how many pages of the site, 1 for the page alone
 * @param earlier the check this one is to be compared with, or empty
 */
public record Asked(Kind kind, String target, byte[] given, int pages, String earlier) {

    private static final int LONGEST_ADDRESS = 2000;
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://\\S*");
    private static final Pattern HOST = Pattern
            .compile("(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}[\\p{L}\\p{N}-]+(?::\\d+)?(?:/\\S*)?");
    private static final Pattern MARKUP = Pattern
            .compile("(?is).{0,2000}?<(!doctype|html|head|body|div|p|a|h[1-6]|ul|ol|table|span|script)\\b.*");

    public static Asked page(String url) {
        return site(url, 1);
    }

    public static Asked site(String url, int pages) {
        return new Asked(Kind.URL, url.strip(), new byte[0], pages, "");
    }

    public static Asked text(String text) {
        return new Asked(Kind.TEXT, "", text.getBytes(StandardCharsets.UTF_8), 1, "");
    }

    public static Asked html(String html) {
        return new Asked(Kind.HTML, "", html.getBytes(StandardCharsets.UTF_8), 1, "");
    }

    public static Asked file(String name, byte[] bytes) {
        return new Asked(Kind.FILE, name, bytes, 1, "");
    }

    /** What somebody pasted into one box: an address, markup, or plain text. */
    public static Asked pasted(String text, int pages) {
        String plain = text.strip();
        boolean address = ADDRESS.matcher(plain).matches();
        if (plain.length() <= LONGEST_ADDRESS && (address || HOST.matcher(plain).matches())) {
            return site(address ? plain : "https://" + plain, pages);
        }
        return MARKUP.matcher(plain).matches() ? html(text) : text(text);
    }

    Asked after(String check) {
        return new Asked(kind, target, given, pages, check);
    }
}
