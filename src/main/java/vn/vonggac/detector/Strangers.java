package vn.vonggac.detector;

import jakarta.inject.Singleton;
import vn.vonggac.detect.Observation;

/** Tells addresses of other people's sites from the portal's own and from those that half the web embeds. */
@Singleton
final class Strangers {

    private final HostRisk risk;

    Strangers(HostRisk risk) {
        this.risk = risk;
    }

    boolean stranger(String url, Observation page) {
        String host = Addresses.host(url);
        return Addresses.foreign(url, page) && !Addresses.known(host) && !risk.ordinary(host);
    }

    double risk(String url) {
        return risk.of(url.startsWith("//") ? "http:" + url : url);
    }
}
