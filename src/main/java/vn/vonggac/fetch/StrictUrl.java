package vn.vonggac.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL that means the same to everybody who reads it. Where programs disagree (user information, backslashes,
 * percent signs in the host, missing slashes, control characters) the URL is barred instead of repaired; only
 * what browsers agree on is repaired: characters of the path that need escaping, and dot segments.
 *
 * @param host in lower case and ASCII; an IPv6 address without its brackets
 * @param path with the query, never empty
 */
record StrictUrl(boolean secure, String host, int port, String path) {

    private static final int LONGEST = 8192;
    private static final Pattern SHAPE = Pattern.compile("(?is)(https?)://([^/?#]*)([^#]*)(#.*)?");
    private static final Pattern AUTHORITY = Pattern
            .compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::([1-9][0-9]{0,4}))?");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
    private static final String ESCAPED = " \"<>`{}|^\\";

    static StrictUrl parse(String written) throws Barred {
        String text = trimmed(written);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new Barred(SCHEME.matcher(text).find() ? "scheme" : "not an absolute URL");
        }
        boolean secure = shape.group(1).equalsIgnoreCase("https");
        Matcher authority = authority(shape.group(2));
        int port = authority.group(2) == null ? secure ? 443 : 80 : Integer.parseInt(authority.group(2));
        if (port > 65_535) {
            throw new Barred("port");
        }
        return new StrictUrl(secure, HostName.strict(authority.group(1)), port, path(shape.group(3)));
    }

    /** Where a {@code Location} or {@code Refresh} header on this page points. */
    StrictUrl resolve(String location) throws Barred {
        String reference = trimmed(location);
        if (SCHEME.matcher(reference).find()) {
            return parse(reference);
        }
        if (reference.startsWith("//")) {
            return parse(scheme() + ":" + reference);
        }
        return new StrictUrl(secure, host, port, path(merge(reference.split("#", 2)[0])));
    }

    String scheme() {
        return secure ? "https" : "http";
    }

    /** The host as it stands in a URL and in a {@code Host} header, with the port where it is not the usual one. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    @Override
    public String toString() {
        return scheme() + "://" + authority() + path;
    }

    private String merge(String reference) {
        String own = path.split("\\?", 2)[0];
        if (reference.isEmpty()) {
            return path;
        }
        if (reference.startsWith("/")) {
            return reference;
        }
        return reference.startsWith("?")
                ? own + reference
                : own.substring(0, own.lastIndexOf('/') + 1) + reference;
    }

    private static String trimmed(String written) throws Barred {
        String text = written.strip();
        if (text.length() > LONGEST) {
            throw new Barred("length");
        }
        boolean beforeQuery = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                throw new Barred("control character");
            }
            beforeQuery &= c != '?' && c != '#';
            if (c == '\\' && beforeQuery) {
                throw new Barred("backslash");
            }
        }
        return text;
    }

    private static Matcher authority(String written) throws Barred {
        if (written.indexOf('@') >= 0) {
            throw new Barred("user information");
        }
        if (written.indexOf('%') >= 0) {
            throw new Barred("percent sign in the host");
        }
        Matcher authority = AUTHORITY.matcher(written);
        if (!authority.matches()) {
            throw new Barred("host");
        }
        return authority;
    }

    private static String path(String written) {
        int query = written.indexOf('?');
        String path = query < 0 ? written : written.substring(0, query);
        String whole = escaped(withoutDots(path.isEmpty() ? "/" : path));
        return query < 0 ? whole : whole + "?" + escaped(written.substring(query + 1));
    }

    private static String withoutDots(String path) {
        if (!path.contains("/.") && !path.toLowerCase(Locale.ROOT).contains("/%2e")) {
            return path;
        }
        StringBuilder kept = new StringBuilder();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i].replaceAll("(?i)%2e", ".");
            boolean last = i == segments.length - 1;
            if (segment.equals("..")) {
                kept.setLength(Math.max(0, kept.lastIndexOf("/")));
            }
            if (!segment.equals(".") && !segment.equals("..")) {
                kept.append('/').append(segments[i]);
            } else if (last) {
                kept.append('/');
            }
        }
        return kept.isEmpty() ? "/" : kept.toString();
    }

    private static String escaped(String part) {
        int plain = 0;
        while (plain < part.length() && isPlain(part.charAt(plain))) {
            plain++;
        }
        if (plain == part.length()) {
            return part;
        }
        StringBuilder text = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (b & 0xff))) {
                text.append((char) b);
            } else {
                text.append('%').append(String.format(Locale.ROOT, "%02X", b));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7f && ESCAPED.indexOf(c) < 0;
    }
}
