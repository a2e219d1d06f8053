package vn.vonggac.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What to look at.
 *
 * @param url as written; the gate parses it strictly
 * @param portal whose hourly byte budget pays
 * @param paceKey exchanges with the same key go one at a time, with a pause between them; usually the host
 * @param ports the portal's own listed ports, besides 80 and 443
 * @param validators of the last answer, sent under the view {@code citizen} only
 */
public record Target(String url, String portal, String paceKey, Set<Integer> ports,
        Optional<Validators> validators, Purpose purpose) {

    /** Why the page is looked at, which decides whether robots.txt is obeyed. */
    public enum Purpose {
        /** A home page, a page on a list, or one somebody asked for. */
        LISTED,
        /** One that somebody waits for: its host is asked although it failed again and again. */
        ASKED,
        /** A page found by following links. */
        DISCOVERY,
        /** The file robots.txt itself. */
        ROBOTS,
        /** A harmless question to a portal whose owner allowed it; where it would send us is not followed. */
        PROBE
    }

    public Target {
        ports = Set.copyOf(ports);
    }

    public static Target of(String url) {
        String host = hostOf(url);
        return new Target(url, host, host, Set.of(), Optional.empty(), Purpose.LISTED);
    }

    /** An address that a person typed: a port in it counts as listed. */
    public static Target typed(String url) {
        Target plain = of(url);
        return new Target(url, plain.portal(), plain.paceKey(), portOf(url), Optional.empty(),
                plain.purpose());
    }

    private static Set<Integer> portOf(String url) {
        try {
            int port = new URI(url).getPort();
            return port < 0 ? Set.of() : Set.of(port);
        } catch (URISyntaxException e) {
            return Set.of();
        }
    }

    /** The same portal's other address, as after a refresh found in the page. */
    public Target at(String other) {
        return new Target(other, portal, paceKey, ports, Optional.empty(), purpose);
    }

    public Target since(Validators known) {
        return new Target(url, portal, paceKey, ports, Optional.of(known), purpose);
    }

    public Target discovered() {
        return new Target(url, portal, paceKey, ports, validators, Purpose.DISCOVERY);
    }

    public Target asked() {
        return new Target(url, portal, paceKey, ports, validators, Purpose.ASKED);
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
