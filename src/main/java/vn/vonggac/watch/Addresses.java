package vn.vonggac.watch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vonggac.portal.Url;

/** One name for a page however it was linked: canonical, without what only tells visitors apart. */
final class Addresses {

    private static final Set<String> NOISE = Set.of("fbclid", "gclid", "yclid", "msclkid", "zaloclid",
            "phpsessid",
            "jsessionid", "sid", "sessionid", "aspsessionid", "cfid", "cftoken", "mc_cid", "mc_eid", "_ga");
    private static final Pattern PATH_SESSION = Pattern
            .compile("(?i);jsessionid=[^/?;]*|/\\(s\\([a-z0-9]+\\)\\)");
    private static final Pattern NO_PAGE = Pattern.compile(
            "(?i).*\\.(jpe?g|png|gif|webp|svg|ico|bmp|css|js|mjs|woff2?|ttf|eot|mp[34]|avi|mov|wmv|zip|rar|7z|exe|apk)");
    private static final Pattern PART = Pattern.compile("(?i).*\\.(m?js|css)");
    private static final int DEEPEST = 24;
    private static final int LONGEST_SECTION = 100;

    private Addresses() {}

    /** The page's one name, or nothing where it is no page that can be looked at. */
    static Optional<String> page(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return Optional.empty();
        }
        return Url.parse(PATH_SESSION.matcher(link).replaceAll("")).map(Addresses::withoutNoise)
                .filter(url -> !NO_PAGE.matcher(url.path()).matches())
                .filter(url -> url.path().chars().filter(letter -> letter == '/').count() <= DEEPEST)
                .filter(url -> !repeats(url.path())).map(Url::text);
    }

    /** The part of a site a page belongs to: its first folder; empty for what lies in none. */
    static String section(String url) {
        String path = Url.parse(url).map(Url::path).orElse("/");
        int end = path.indexOf('/', 1);
        String folder = end < 0 ? "" : path.substring(1, end).toLowerCase(Locale.ROOT);
        return folder.substring(0, Math.min(folder.length(), LONGEST_SECTION));
    }

    /** A script or a style sheet by one name: of a file the query only tells its versions apart. */
    static Optional<String> part(String link) {
        return Url.parse(link).filter(url -> url.scheme().startsWith("http"))
                .map(url -> PART.matcher(url.path()).matches()
                        ? new Url(url.scheme(), url.host(), url.port(), url.path(), "")
                        : withoutNoise(url))
                .map(Url::text);
    }

    private static Url withoutNoise(Url url) {
        if (url.query().isEmpty()) {
            return url;
        }
        String kept = Arrays.stream(url.query().substring(1).split("&")).filter(Addresses::tellsPagesApart)
                .collect(Collectors.joining("&"));
        return new Url(url.scheme(), url.host(), url.port(), url.path(), kept.isEmpty() ? "" : "?" + kept);
    }

    private static boolean tellsPagesApart(String parameter) {
        String name = parameter.substring(0, Math.max(0, (parameter + "=").indexOf('=')))
                .toLowerCase(Locale.ROOT);
        return !parameter.isEmpty() && !NOISE.contains(name) && !name.startsWith("utm_");
    }

    /** A relative link that goes round in circles names the same folder again and again. */
    private static boolean repeats(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty())
                .collect(Collectors.groupingBy(segment -> segment, Collectors.counting())).values().stream()
                .anyMatch(count -> count > 3);
    }
}
