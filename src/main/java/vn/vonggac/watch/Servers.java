package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.vonggac.fetch.Answer;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.Hop;
import vn.vonggac.page.Hosts;
import vn.vonggac.portal.Scope;

/**
 * What the servers of portals say of themselves when their home pages are looked at: written when it changes, and once
 * a day that it still is so.
 */
@Singleton
public class Servers {

    private static final Duration WRITTEN = Duration.ofDays(1);
    private static final int BROKEN = 500;
    private static final int NOT_MODIFIED = 304;
    private static final List<String> SOFTWARE = List.of("Server", "X-Powered-By", "X-AspNet-Version",
            "X-AspNetMvc-Version", "X-Generator", "Liferay-Portal", "MicrosoftSharePointTeamServices");

    private final ServerRows rows;
    private final Map<Long, ServerFacts> known = new ConcurrentHashMap<>();

    Servers(ServerRows rows) {
        this.rows = rows;
    }

    public Optional<ServerFacts> of(Scope scope, long portal) {
        return rows.find(scope.everything(), scope.ids(), portal).map(ServerRow::facts);
    }

    /** The first certificate to run out, or the one that did first, of the portals looked at since the start. */
    Optional<Instant> firstEnd() {
        return known.values().stream().flatMap(facts -> facts.certificate().stream())
                .map(certificate -> certificate.notAfter()).min(Instant::compareTo);
    }

    /** Takes in what came of asking for the home page of a portal, the citizen's view first. */
    void answered(Watched portal, List<FetchResult> results, Instant at) {
        results.stream().map(FetchResult::exchange).flatMap(exchange -> own(portal, exchange).stream())
                .findFirst().ifPresent(hop -> take(portal.id(), hop, at));
    }

    /** The last on the way that is the portal's own: where somebody led readers elsewhere, that server is not meant. */
    private static Optional<Hop> own(Watched portal, Exchange exchange) {
        String host = Hosts.of(portal.home());
        return exchange.hops().reversed().stream().filter(hop -> hop.tls().isPresent() || speaks(hop))
                .filter(hop -> Hosts.of(hop.url()).equals(host) || portal.inScope().test(hop.url()))
                .findFirst();
    }

    /** What answers in place of a server that is down is not that server. */
    private static boolean speaks(Hop hop) {
        return hop.answer().filter(answer -> answer.status() < BROKEN).isPresent();
    }

    private void take(long portal, Hop hop, Instant at) {
        Optional<ServerFacts> before = Optional.ofNullable(known.get(portal))
                .or(() -> of(Scope.EVERYTHING, portal));
        List<Header> software = hop.answer()
                .filter(answer -> speaks(hop) && answer.status() != NOT_MODIFIED)
                .map(Servers::software).or(() -> before.map(ServerFacts::software)).orElse(List.of());
        ServerRow row = ServerRow.of(portal, new ServerFacts(Hosts.of(hop.url()), at, hop.tls(), software));
        known.put(portal, before.filter(facts -> facts.holds(row.facts(), WRITTEN))
                .orElseGet(() -> (before.isEmpty() ? rows.save(row) : rows.update(row)).facts()));
    }

    private static List<Header> software(Answer answer) {
        List<Header> named = new ArrayList<>();
        for (String name : SOFTWARE) {
            answer.all(name).stream().filter(value -> !value.isBlank()).map(value -> new Header(name, value))
                    .limit(3).forEach(named::add);
        }
        return named;
    }
}
