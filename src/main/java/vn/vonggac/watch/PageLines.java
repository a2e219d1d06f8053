package vn.vonggac.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vonggac.portal.Url;

/**
 * Addresses that somebody hands in, one a line, whole or from the root of the portal; or a web server's access log in the
 * combined format, of which those count that a search engine fetched and got: the places a spammer had it find.
 */
final class PageLines {

    static final int MOST = 20_000;
    private static final int LONGEST = 2_000;
    private static final Pattern LOG = Pattern.compile(
            "\\S+ \\S+ [^\\[]{0,200}\\[[^\\]]{1,60}] \"(?:GET|HEAD) (\\S{1,4000}) HTTP/[\\d.]+\" (\\d{3}) \\S+"
                    + " \"[^\"]*\" \"([^\"]*)\".*");
    private static final Pattern LOG_OF_ANY_KIND = Pattern
            .compile("\\S+ \\S+ [^\\[]{0,200}\\[[^\\]]{1,60}] \".*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|/)[^\\s\\p{C}\\p{Z}<>\"]*");
    private static final String SERVED = "200";
    private static final List<String> ENGINES = engines();

    private final Url home;
    private final Set<String> addresses = new LinkedHashSet<>();
    private int read;
    private int bad;
    private int passed;

    PageLines(Url home) {
        this.home = home;
    }

    /** Takes one line; an empty one is none. */
    void take(String line) {
        read++;
        String plain = line.strip();
        Matcher log = LOG.matcher(plain);
        if (log.matches()) {
            logged(log.group(1), log.group(2), log.group(3));
        } else if (LOG_OF_ANY_KIND.matcher(plain).matches()) {
            passed++;
        } else if (ADDRESS.matcher(plain).matches() && plain.length() <= LONGEST) {
            absolute(plain).ifPresentOrElse(this::add, this::isBad);
        } else if (!plain.isEmpty()) {
            isBad();
        }
    }

    private void logged(String path, String status, String agent) {
        String who = agent.toLowerCase(Locale.ROOT);
        Optional<String> page = status.equals(SERVED) && ENGINES.stream().anyMatch(who::contains)
                ? absolute(path)
                : Optional.empty();
        page.ifPresentOrElse(this::add, () -> passed++);
    }

    private Optional<String> absolute(String written) {
        return Addresses.page(written.startsWith("/") && !written.startsWith("//")
                ? home.scheme() + "://" + home.place().substring(0, home.place().indexOf('/')) + written
                : written);
    }

    private void add(String address) {
        if (addresses.size() < MOST) {
            addresses.add(address);
        } else {
            passed++;
        }
    }

    private void isBad() {
        if (bad == 0) {
            bad = read;
        }
    }

    Set<String> addresses() {
        return addresses;
    }

    /** The first line that is no address and no line of a log; 0 where there is none. */
    int bad() {
        return bad;
    }

    /** Lines of a log that name no page that a search engine got, and what is too much. */
    int passed() {
        return passed;
    }

    private static List<String> engines() {
        try (InputStream in = Objects
                .requireNonNull(PageLines.class.getResourceAsStream("search-engines.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
