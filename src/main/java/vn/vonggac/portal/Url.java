package vn.vonggac.portal;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web address in its canonical form, the one way a page is named everywhere: scheme and host in lower case,
 * host in ASCII without a trailing dot, no default port, no dot segments, one spelling of each escaped
 * character, no fragment.
 */
public record Url(String scheme, String host, int port, String path, String query) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?:(https?)://)?([^/?#\\\\@]+?)(?::(\\d{1,5}))?(/[^?#]*)?(\\?[^#]*)?(?:#.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OTHER_SCHEME = Pattern.compile(
            "(?i)(?!https?:)[a-z][a-z0-9+.-]*:(?!\\d{1,5}(/|$)).*",
            Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final int LONGEST = 2000;
    private static final int MOST_PORT = 65535;
    private static final String UNRESERVED = "-._~";
    private static final String KEPT = UNRESERVED + "!$&'()*+,;=:@/%?";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Reads what somebody typed or a page said; an address without a scheme is taken as https. */
    public static Optional<Url> parse(String typed) {
        String text = typed.strip();
        Matcher shape = SHAPE.matcher(text);
        if (text.length() > LONGEST || OTHER_SCHEME.matcher(text).matches() || !shape.matches()) {
            return Optional.empty();
        }
        String scheme = shape.group(1) == null ? "https" : shape.group(1).toLowerCase(Locale.ROOT);
        return host(shape.group(2)).flatMap(host -> port(scheme, shape.group(3)).map(port -> new Url(scheme,
                host, port, withoutDots(escaped(orEmpty(shape.group(4)))),
                escaped(orEmpty(shape.group(5))))));
    }

    /** An address as a log may hold it: what may be a secret in it is left out. */
    public static String forLog(String address) {
        return address.replaceFirst("(?s)[?#].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** A host name alone, canonical. */
    public static Optional<String> host(String typed) {
        String lower = typed.strip().replace('\u3002', '.').toLowerCase(Locale.ROOT);
        if (IPV6.matcher(lower).matches()) {
            return Optional.of(lower);
        }
        try {
            String ascii = IDN.toASCII(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower)
                    .toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> HOST.matcher(name).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> port(String scheme, @Nullable String digits) {
        int port = digits == null ? standard(scheme) : Integer.parseInt(digits);
        return Optional.of(port).filter(number -> number > 0 && number <= MOST_PORT);
    }

    private static int standard(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Escapes written one way: what needs none has none, the rest in capitals. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (point == '%' && next + 2 <= text.length() && isHex(text, next)) {
                byte octet = (byte) HexFormat.fromHexDigits(text, next, next + 2);
                out.append(isUnreserved(octet & 0xff) ? String.valueOf((char) octet) : escape(octet));
                next += 2;
            } else if (point == '%' || !isKept(point)) {
                append(out, Character.toString(point));
            } else {
                out.appendCodePoint(point);
            }
            at = next;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String character) {
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(escape(octet));
        }
    }

    private static String escape(byte octet) {
        return "%" + HEX.toHexDigits(octet);
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
    }

    private static boolean isUnreserved(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
    }

    private static boolean isKept(int c) {
        return isUnreserved(c) || KEPT.indexOf(c) >= 0;
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> keepSlash(kept, last);
                case ".." -> {
                    kept.pollLast();
                    keepSlash(kept, last);
                }
                default -> kept.addLast(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void keepSlash(Deque<String> kept, boolean last) {
        if (last) {
            kept.addLast("");
        }
    }

    /** The address as one line. */
    public String text() {
        return scheme + "://" + authority() + path + query;
    }

    private String authority() {
        return port == standard(scheme) ? host : host + ":" + port;
    }

    /** What makes two addresses the same place: neither scheme nor a trailing slash does. */
    public String key() {
        String kept = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return authority() + kept + query;
    }

    /** Where it lies: host and path, without scheme and query. */
    public String place() {
        return authority() + path;
    }

    /** The folder it lies in: its place, or the one above it where its last part names a file. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return path.indexOf('.', slash) > 0 ? authority() + path.substring(0, slash + 1) : place();
    }

    @Override
    public String toString() {
        return text();
    }
}
