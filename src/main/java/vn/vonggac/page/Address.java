package vn.vonggac.page;

import java.util.Locale;

/**
 * The address a page stands at, against which its references are resolved the way a browser does it. Far cheaper
 * than {@code java.net.URI}, and it never refuses: a planted link is not always a valid one.
 */
final class Address {

    static final int LONGEST = 4_096;

    private final String whole;
    private final String scheme;
    private final String origin;
    private final String path;
    private final String folder;

    private Address(String whole, String scheme, String origin, String path) {
        this.whole = whole;
        this.scheme = scheme;
        this.origin = origin;
        this.path = path;
        this.folder = path.substring(0, path.lastIndexOf('/') + 1);
    }

    static Address of(String url) {
        int colon = url.indexOf(':');
        if (!Hosts.isScheme(url, colon) || !url.startsWith("//", colon + 1)) {
            return new Address("", "", "", "");
        }
        int slash = Math.min(first(url, colon + 3, '/'), queryStart(url, colon + 3));
        int end = queryStart(url, slash);
        String path = end == slash ? "/" : url.substring(slash, end);
        return new Address(url.substring(0, first(url, slash, '#')), url.substring(0, colon + 1),
                url.substring(0, slash),
                path);
    }

    /** Scheme and authority, empty when there is nothing to resolve against. */
    String origin() {
        return origin;
    }

    /** The absolute address a reference stands for; as it is when there is nothing to resolve against. */
    String resolve(String reference) {
        String clean = clean(reference);
        int colon = clean.indexOf(':');
        if (colon > 0 && Hosts.isScheme(clean, colon)) {
            return absolute(clean, colon);
        }
        if (origin.isEmpty() || clean.isEmpty()) {
            return clean.isEmpty() ? whole : clean;
        }
        return switch (clean.charAt(0)) {
            case '/', '\\' ->
                clean.length() > 1 && isSlash(clean.charAt(1)) ? scheme + clean : origin + clean;
            case '#' -> whole + clean;
            case '?' -> origin + path + clean;
            default -> origin + merged(clean);
        };
    }

    /** {@code https:\\host} and {@code HTTPS://host} go where {@code https://host} goes. */
    private static String absolute(String reference, int colon) {
        String scheme = reference.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean same = reference.startsWith(scheme);
        if (reference.startsWith("\\", colon + 1)) {
            return scheme + "://" + reference.substring(colon + 1).replaceFirst("^[\\\\/]+", "");
        }
        return same ? reference : scheme + reference.substring(colon);
    }

    private String merged(String reference) {
        if (!reference.startsWith(".") && !reference.contains("/.")) {
            return folder + reference;
        }
        int end = queryStart(reference, 0);
        return withoutDots(folder + reference.substring(0, end)) + reference.substring(end);
    }

    private static String withoutDots(String path) {
        StringBuilder kept = new StringBuilder(path.length());
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            boolean up = end - start == 2 && path.startsWith("..", start);
            if (up) {
                kept.setLength(Math.max(0, kept.lastIndexOf("/")));
            } else if (end - start != 1 || path.charAt(start) != '.') {
                kept.append('/').append(path, start, end);
            }
            if (slash < 0 && (up || end - start == 1 && path.charAt(start) == '.')) {
                kept.append('/');
            }
            start = end + 1;
        }
        return kept.isEmpty() ? "/" : kept.toString();
    }

    /** Browsers drop line breaks and tabs inside an address, and blanks around it. */
    private static String clean(String reference) {
        String bounded = reference.length() > LONGEST ? reference.substring(0, LONGEST) : reference;
        for (int i = 0; i < bounded.length(); i++) {
            if (bounded.charAt(i) <= ' ') {
                return bounded.strip().replaceAll("[\\t\\n\\r]", "");
            }
        }
        return bounded;
    }

    private static boolean isSlash(char letter) {
        return letter == '/' || letter == '\\';
    }

    private static int queryStart(String text, int from) {
        return Math.min(first(text, from, '?'), first(text, from, '#'));
    }

    private static int first(String text, int from, char wanted) {
        int at = text.indexOf(wanted, from);
        return at < 0 ? text.length() : at;
    }
}
