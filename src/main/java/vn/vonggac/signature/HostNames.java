package vn.vonggac.signature;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts as those of bookmakers are made, whatever the brand. */
public final class HostNames {

    /** A short word around a number that is thought to bring luck. */
    private static final Pattern LUCKY = Pattern.compile(
            "[a-z]{0,6}(?:88+|68|66+|99+|77+|789|79|368|388|138|188|168)[a-z]{0,7}");

    private static final String ENCODED = "xn--";

    private HostNames() {}

    /** Whether a part of a host's name speaks of play. */
    public static boolean speaksOfPlay(String part) {
        char[] letters = part.toLowerCase(Locale.ROOT).toCharArray();
        return Brands.SHIPPED.hostMarker(letters, 0, letters.length).isPresent()
                || Brands.SHIPPED.marker(Terms.hash(letters, 0, letters.length), letters, 0, letters.length)
                        .equals("#brand");
    }

    /** A part of a host's name as it is read: marks left out, letters that look like Latin ones taken for them. */
    public static String read(String part) {
        if (!part.startsWith(ENCODED)) {
            return part;
        }
        StringBuilder read = new StringBuilder();
        IDN.toUnicode(part).codePoints().forEach(letter -> {
            int entry = Letters.of(letter);
            char alike = Letters.lookAlike(letter);
            if (Letters.isPlain(entry)) {
                read.append(Letters.strip(Letters.reads(entry)));
            } else if (alike != 0) {
                read.append(alike);
            } else {
                read.appendCodePoint(letter);
            }
        });
        return read.toString();
    }

    /** Whether it is a word and a lucky number; many an ordinary firm is called so too. */
    public static boolean lucky(String part) {
        return part.length() > 3 && LUCKY.matcher(part).matches();
    }
}
