package vn.vonggac.signature;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts as those of bookmakers are made, whatever the brand. */
public final class HostNames {

    /** A short word around a number that is thought to bring luck. */
    private static final Pattern LUCKY = Pattern.compile(
            "[a-z]{0,6}(?:88+|68|66+|99+|77+|789|79|368|388|138|188|168|365)[a-z]{0,7}");

    private HostNames() {}

    /** Whether a part of a host's name speaks of play. */
    public static boolean speaksOfPlay(String part) {
        char[] letters = part.toLowerCase(Locale.ROOT).toCharArray();
        return Brands.SHIPPED.hostMarker(letters, 0, letters.length).isPresent()
                || Brands.SHIPPED.marker(Terms.hash(letters, 0, letters.length), letters, 0, letters.length)
                        .equals("#brand");
    }

    /** Whether it is a word and a lucky number; many an ordinary firm is called so too. */
    public static boolean lucky(String part) {
        return part.length() > 3 && LUCKY.matcher(part).matches();
    }
}
