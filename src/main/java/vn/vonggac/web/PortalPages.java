package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.page.Baselines;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.watch.Components;
import vn.vonggac.watch.Coverages;
import vn.vonggac.watch.Watch;

/** What the page of one portal shows. */
@Singleton
final class PortalPages {

    private static final int ACTIVE_SHOWN = 50;
    private static final int CLOSED_SHOWN = 5;

    private final Portals portals;
    private final PortalLists lists;
    private final Agencies agencies;
    private final IncidentLists incidents;
    private final Watch watch;
    private final PortalTimeline timeline;
    private final PortalCards cards;
    private final Baselines baselines;
    private final Components components;
    private final Coverages coverages;

    PortalPages(Portals portals, PortalLists lists, Agencies agencies, IncidentLists incidents, Watch watch,
            PortalTimeline timeline, PortalCards cards, Baselines baselines, Components components,
            Coverages coverages) {
        this.portals = portals;
        this.lists = lists;
        this.agencies = agencies;
        this.incidents = incidents;
        this.watch = watch;
        this.timeline = timeline;
        this.cards = cards;
        this.baselines = baselines;
        this.components = components;
        this.coverages = coverages;
    }

    PortalPage of(Desk desk, Portal portal) {
        String phone = agencies.find(desk.scope(), portal.agencyId()).map(Agency::dutyPhone).orElse("");
        return new PortalPage(now(desk, portal), portal.agencyId(), phone, facts(desk, portal),
                incidents.activeOn(desk, portal.id(), ACTIVE_SHOWN),
                incidents.closedOn(desk, portal.id(), CLOSED_SHOWN), timeline.of(desk, portal.id()),
                components.proposed(portal.id()), cards.normal(portal), cards.server(desk, portal));
    }

    PortalNow now(Desk desk, Portal portal) {
        PortalRow row = lists.row(desk, portal);
        Optional<PortalNow.Pause> pause = row.state() == PortalState.PAUSED && portal.pausedUntil() != null
                ? Optional.of(new PortalNow.Pause(portal.pausedReason(), portal.pausedUntil()))
                : Optional.empty();
        return new PortalNow(row, pause, watch.asked(portal.id()), baselines.of(portal.id(), portal.home()),
                coverages.of(portal.id()));
    }

    private List<PortalPage.Fact> facts(Desk desk, Portal portal) {
        PortalDraft draft = portals.draft(portal);
        return Stream.of(fact("parent", draft.parent()), fact("hosting", draft.hosting()),
                fact("rhythm", desk.times().length(portal.rhythm())), fact("level", draft.level()),
                fact("label", desk.say("web.label." + Slug.of(portal.trustLabel()))),
                fact("probing", desk.say("web.probing." + Slug.of(portal.probing()))),
                fact("tags", String.join(", ", portal.tags())), fact("hosts", draft.hosts()),
                fact("prefixes", draft.prefixes()), fact("exclusions", draft.exclusions()),
                fact("trusted", draft.trustedHosts())).filter(fact -> !fact.text().isEmpty()).toList();
    }

    private static PortalPage.Fact fact(String key, String text) {
        return new PortalPage.Fact(key, text);
    }
}
