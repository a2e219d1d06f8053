package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
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

    private Address(String whole, String scheme, String origin, String path) {
        this.whole = whole;
        this.scheme = scheme;
        this.origin = origin;
        this.path = path;
    }

    static Address of(String url) {
        int colon = url.indexOf(':');
        if (!Hosts.isScheme(url, colon) || !url.startsWith("//", colon + 1)) {
            return new Address("", "", "", "");
        }
        int slash = first(url, colon + 3, "/?#");
        int end = first(url, slash, "?#");
        String path = end == slash ? "/" : url.substring(slash, end);
        return new Address(url.substring(0, first(url, slash, "#")), url.substring(0, colon + 1),
                url.substring(0, slash),
                path);
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
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        if (!reference.startsWith(".") && !reference.contains("/.")) {
            return folder + reference;
        }
        int end = first(reference, 0, "?#");
        return withoutDots(folder + reference.substring(0, end)) + reference.substring(end);
    }

    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        String[] parts = path.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!parts[i].equals("..") && !parts[i].equals(".")) {
                kept.add(parts[i]);
            } else if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
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

    private static int first(String text, int from, String wanted) {
        for (int i = from; i < text.length(); i++) {
            if (wanted.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
