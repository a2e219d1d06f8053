package vn.vonggac.page;

import java.net.IDN;
import java.util.Locale;

/**
 * Hosts of addresses, read as a browser reads them, and the registrable domains they belong to by the public-suffix
 * list. Pages hold addresses that no standard allows (underscores, backslashes, spaces): those have hosts too.
 */
public final class Hosts {

    private static final int LONGEST = 253;

    private Hosts() {}

    /** The host of an address in lower case and in its ASCII form, empty when it has none. */
    public static String of(String url) {
        int start = authority(url);
        if (start < 0) {
            return "";
        }
        int end = start;
        int from = start;
        for (; end < url.length(); end++) {
            char letter = url.charAt(end);
            if (letter == '/' || letter == '\\' || letter == '?' || letter == '#') {
                break;
            }
            if (letter == '@') {
                from = end + 1;
            }
        }
        return normal(withoutPort(url.substring(from, end)));
    }

    /** The domain somebody registered, such as {@code hue.gov.vn} for {@code sotttt.hue.gov.vn}. */
    public static String registrable(String host) {
        return isAddress(host) ? host : PublicSuffixes.shipped().registrable(host);
    }

    private static boolean isAddress(String host) {
        return host.isEmpty() || host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1));
    }

    /** Where the authority begins, -1 when the address has no host. */
    private static int authority(String url) {
        int colon = url.indexOf(':');
        if (colon <= 0 || !isScheme(url, colon)) {
            return url.startsWith("//") ? 2 : -1;
        }
        int start = colon + 1;
        while (start < url.length() && (url.charAt(start) == '/' || url.charAt(start) == '\\')) {
            start++;
        }
        return start - colon > 2 || isWeb(url, colon) && start > colon + 1 ? start : -1;
    }

    private static boolean isWeb(String url, int colon) {
        return url.regionMatches(true, 0, "http", 0, 4)
                && (colon == 4 || colon == 5 && (url.charAt(4) | 0x20) == 's');
    }

    static boolean isScheme(String url, int colon) {
        for (int i = 0; i < colon; i++) {
            char letter = url.charAt(i);
            boolean name = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
            boolean inner = i > 0
                    && (letter >= '0' && letter <= '9' || letter == '+' || letter == '-' || letter == '.');
            if (!name && !inner) {
                return false;
            }
        }
        return colon > 0;
    }

    private static String withoutPort(String host) {
        int colon = host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }

    private static String normal(String host) {
        boolean plain = true;
        for (int i = 0; i < host.length() && plain; i++) {
            char letter = host.charAt(i);
            plain = letter > ' ' && letter < 0x7f && letter != '%' && (letter < 'A' || letter > 'Z');
        }
        String normal = plain ? host : ascii(decoded(host.strip()));
        while (normal.endsWith(".")) {
            normal = normal.substring(0, normal.length() - 1);
        }
        return normal.length() > LONGEST ? normal.substring(normal.length() - LONGEST) : normal;
    }

    static String ascii(String host) {
        boolean ascii = host.chars().allMatch(letter -> letter < 0x80);
        try {
            return (ascii ? host : IDN.toASCII(host)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return host.toLowerCase(Locale.ROOT);
        }
    }

    private static String decoded(String host) {
        return host.indexOf('%') < 0 ? host : Percent.decode(host);
    }
}
