package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.vonggac.fetch.TlsFacts;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Copies;
import vn.vonggac.page.Inert;
import vn.vonggac.page.Meta;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Portal;
import vn.vonggac.visit.Sight;
import vn.vonggac.watch.ServerFacts;
import vn.vonggac.watch.Servers;

/** What the cards on a portal's page tell of it: what is normal there, and what answers there. */
@Singleton
final class PortalCards {

    private static final Duration SOON = Duration.ofDays(14);
    private static final int MOST_GENERATORS = 5;

    private final Baselines baselines;
    private final Copies copies;
    private final Versions versions;
    private final Servers servers;
    private final InstantSource time;

    PortalCards(Baselines baselines, Copies copies, Versions versions, Servers servers, InstantSource time) {
        this.baselines = baselines;
        this.copies = copies;
        this.versions = versions;
        this.servers = servers;
        this.time = time;
    }

    PortalNormal normal(Portal portal) {
        return PortalNormal.of(portal.home(), baselines.of(portal.id()),
                baselines.of(portal.id(), portal.home()));
    }

    PortalServer server(Desk desk, Portal portal) {
        List<String> generators = copies.newest(portal.id(), portal.home(), Sight.CITIZEN).stream()
                .flatMap(copy -> generators(copy).stream()).toList();
        return servers.of(desk.scope(), portal.id())
                .map(facts -> new PortalServer(Optional.of(facts), tone(facts), generators))
                .orElseGet(() -> new PortalServer(Optional.empty(), "safe", generators));
    }

    private List<String> generators(PageCopy copy) {
        return versions.read(copy.lastHash(), copy.url(), copy.contentType()).stream()
                .flatMap(content -> content.metas().stream())
                .filter(meta -> meta.name().equalsIgnoreCase("generator")).map(Meta::content)
                .map(text -> Inert.within(text.strip())).filter(text -> !text.isEmpty()).distinct()
                .limit(MOST_GENERATORS).toList();
    }

    private String tone(ServerFacts facts) {
        boolean broken = facts.tls().filter(tls -> !tls.problems().isEmpty()).isPresent();
        return broken ? "compromised" : facts.certificate().map(this::tone).orElse("suspicious");
    }

    private String tone(TlsFacts.Certificate certificate) {
        Instant now = time.instant();
        Instant end = certificate.notAfter();
        return !end.isAfter(now)
                ? "compromised"
                : end.isBefore(now.plus(SOON)) ? "suspicious" : "safe";
    }
}
