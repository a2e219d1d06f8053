package vn.vonggac.feed;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of a list in any of the usual formats, told apart by their shape: hosts file, bare domain, AdBlock rule,
 * CSV, URLhaus. An entry is kept as {@code host} (that host), {@code .host} (and everything below it) or an address.
 */
sealed interface FeedLine {

    /** Something listed. */
    record Entry(String key) implements FeedLine {}

    /** Something listed that must not be. */
    record Exception(String key) implements FeedLine {}

    /** A comment, or a rule about something else than hosts. */
    record Nothing() implements FeedLine {}

    /** No line of any list. */
    record Broken() implements FeedLine {}

    FeedLine NOTHING = new Nothing();
    FeedLine BROKEN = new Broken();

    Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:]*:[0-9a-f:]+(%\\w+)?");
    Pattern HOST = Pattern
            .compile("(?=.{1,253}$)([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.)+"
                    + "[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]\\.?");
    int LONGEST = 2_000;

    static FeedLine parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || "#!;[".indexOf(text.charAt(0)) >= 0 || text.startsWith("//")) {
            return NOTHING;
        }
        if (text.length() > LONGEST || text.charAt(0) == '<') {
            return BROKEN;
        }
        if (text.startsWith("@@")) {
            return text.startsWith("@@||") && rule(text.substring(2)) instanceof Entry entry
                    ? new Exception(entry.key())
                    : NOTHING;
        }
        if (text.startsWith("||")) {
            return rule(text);
        }
        if (text.indexOf(',') > 0 || text.charAt(0) == '"') {
            return columns(text);
        }
        return plain(text);
    }

    /** {@code ||host^}, with options; a rule about a part of a site is none about its host. */
    private static FeedLine rule(String text) {
        int end = 2;
        while (end < text.length() && "^$/*|:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = text.substring(2, end);
        boolean whole = end == text.length() || text.charAt(end) == '^' && text.indexOf('/', end) < 0
                || text.charAt(end) == '$';
        return whole && HOST.matcher(host).matches() ? new Entry("." + name(host)) : NOTHING;
    }

    /** The first column that is an address or a host; a heading has none. */
    private static FeedLine columns(String text) {
        for (String column : text.split(",", 20)) {
            String value = column.strip().replaceAll("^\"|\"$", "").strip();
            if (value.contains("://") || HOST.matcher(value).matches() && !value.matches("[0-9.]+")) {
                return plain(value);
            }
        }
        return text.matches("[\\w\", .#-]+") ? NOTHING : BROKEN;
    }

    private static FeedLine plain(String text) {
        if (text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8)) {
            return address(text);
        }
        String[] words = text.split("\\s+", 3);
        if (words.length > 1 && ADDRESS.matcher(words[0]).matches()) {
            return words[1].indexOf('.') < 0 || ADDRESS.matcher(words[1]).matches()
                    ? NOTHING
                    : host(words[1], "");
        }
        boolean commented = words.length == 1 || words[1].startsWith("#");
        String bare = words[0].startsWith("*.") ? words[0].substring(2) : words[0].replaceFirst("^\\.", "");
        return !commented ? BROKEN : ADDRESS.matcher(bare).matches() ? NOTHING : host(bare, ".");
    }

    private static FeedLine host(String text, String prefix) {
        return HOST.matcher(text).matches() ? new Entry(prefix + name(text)) : BROKEN;
    }

    /** A bare address of a site lists the site, one of a page only that page: its host may be somebody's victim. */
    private static FeedLine address(String url) {
        String rest = url.substring(url.indexOf("//") + 2);
        int slash = rest.indexOf('/');
        boolean site = slash < 0 || slash == rest.length() - 1;
        String host = rest.substring(0, slash < 0 ? rest.length() : slash).replaceFirst(":\\d+$", "");
        if (ADDRESS.matcher(host).matches()) {
            return site ? NOTHING : new Entry(page(url));
        }
        return !HOST.matcher(host).matches() ? BROKEN : new Entry(site ? name(host) : page(url));
    }

    /** How an address is kept and asked for: without scheme and fragment, its host in lower case. */
    static String page(String url) {
        String rest = url.substring(url.indexOf("//") + 2).replaceFirst("#.*$", "");
        int slash = rest.indexOf('/');
        return slash < 0
                ? rest.toLowerCase(Locale.ROOT) + "/"
                : rest.substring(0, slash).toLowerCase(Locale.ROOT) + rest.substring(slash);
    }

    private static String name(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return Names.ascii(plain);
    }
}
