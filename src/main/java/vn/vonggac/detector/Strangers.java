package vn.vonggac.detector;

import jakarta.inject.Singleton;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.Seen;

/** Tells addresses of other people's sites from the portal's own and from those that half the web embeds. */
@Singleton
final class Strangers {

    private static final int MOST_TOKENS = 20_000;

    private final HostRisk risk;

    Strangers(HostRisk risk) {
        this.risk = risk;
    }

    boolean stranger(String url, Observation page) {
        String host = Addresses.host(url);
        return Addresses.foreign(url, page) && !Addresses.known(host) && !risk.ordinary(host);
    }

    /** Whether it leads where anybody may keep any file. */
    boolean keepsAnything(String url) {
        return risk.keepsAnything(Addresses.host(url));
    }

    /** Whether behind it stands an address that it does not tell. */
    boolean shortened(String url) {
        String host = Addresses.host(url);
        return risk.relays(host) && !Addresses.known(host);
    }

    double risk(String url) {
        return risk.of(url.startsWith("//") ? "http:" + url : url);
    }

    /** Whether the script itself has the host in plain letters, in a string and not only in a remark: nothing hides it. */
    static boolean plain(Seen seen, ScriptOutcome outcome, String url) {
        String host = Addresses.host(url);
        return !host.isEmpty() && seen.content().scripts().stream()
                .filter(script -> script.place().equals(outcome.place()) && script.text().contains(host))
                .anyMatch(script -> ScriptTokens.cut(script.text(), MOST_TOKENS).tokens().stream()
                        .anyMatch(token -> token.isString() && token.text().contains(host)));
    }
}
