package vn.vonggac.detector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Observation;
import vn.vonggac.page.Hosts;

/** What an address means to a page: its own, a kin's, one that half the web embeds, or somebody else's. */
final class Addresses {

    private static final Set<String> KNOWN = read();

    private Addresses() {}

    static boolean absolute(String url) {
        String start = url.strip();
        return start.regionMatches(true, 0, "http://", 0, 7)
                || start.regionMatches(true, 0, "https://", 0, 8)
                || start.startsWith("//") && start.length() > 4 && start.indexOf('.') > 2;
    }

    /** The host of an absolute address, also of one that is written loosely. */
    static String host(String url) {
        String whole = url.strip().startsWith("//") ? "http:" + url.strip() : url.strip();
        String host = Hosts.of(whole);
        if (!host.isEmpty()) {
            return host;
        }
        int slashes = whole.indexOf("//");
        if (slashes < 0) {
            return "";
        }
        int from = slashes + 2;
        int end = from;
        while (end < whole.length() && "/?#: \"'\\<>".indexOf(whole.charAt(end)) < 0) {
            end++;
        }
        return whole.substring(from, end).toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it leads off the portal, to a host its operator does not trust. */
    static boolean foreign(String url, Observation page) {
        return foreign(url, page.citizen().content().url())
                && !page.portal().trustedHosts().contains(host(url))
                && !page.portal().domains().contains(Hosts.registrable(host(url)));
    }

    static boolean foreign(String url, String pageUrl) {
        if (!absolute(url)) {
            return false;
        }
        String host = host(url);
        String own = Hosts.of(pageUrl);
        return host.indexOf('.') > 0 && !host.equals(own)
                && !Hosts.registrable(host).equals(Hosts.registrable(own));
    }

    /** A host that ordinary pages embed or send to: statistics, maps, videos, libraries, social networks. */
    static boolean known(String host) {
        for (String part = host; !part.isEmpty(); part = parent(part)) {
            if (KNOWN.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The word that somebody registered: {@code vnexpress} of {@code the-thao.vnexpress.net}. */
    static String label(String host) {
        String domain = Hosts.registrable(host);
        return domain.contains(".") ? domain.substring(0, domain.indexOf('.')) : domain;
    }

    /** A host of some government or school. */
    static boolean official(String host) {
        return host.matches(".*\\.(gov|edu|mil|ac|gob|gouv|go)(\\.[a-z]{2})?");
    }

    /** Under the registry of Vietnam, whose names have known owners. */
    static boolean vietnamese(String host) {
        return host.endsWith(".vn");
    }

    private static String parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private static Set<String> read() {
        try (InputStream file = Addresses.class.getResourceAsStream("/detector/known-hosts.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
