package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.page.Baselines;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.HostingCompany;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Probing;
import vn.vonggac.portal.TrustLabel;
import vn.vonggac.watch.Components;
import vn.vonggac.watch.Coverages;
import vn.vonggac.watch.Watch;

/** What the page and the form of one portal show. */
@Singleton
final class PortalPages {

    private static final int ACTIVE_SHOWN = 50;

    static final Form BLANK = Form
            .of(Map.of("rhythm", "5m", "trustLabel", "unknown", "probing", "not-authorised"));

    private static final List<String> RHYTHMS = List.of("5m", "10m", "15m", "30m", "1h", "2h", "6h", "12h",
            "1d");
    private static final int HIGHEST_LEVEL = 5;

    private final Portals portals;
    private final PortalLists lists;
    private final Agencies agencies;
    private final HostingCompanies hostings;
    private final IncidentLists incidents;
    private final Watch watch;
    private final PortalTimeline timeline;
    private final Baselines baselines;
    private final Components components;
    private final Coverages coverages;

    PortalPages(Portals portals, PortalLists lists, Agencies agencies, HostingCompanies hostings,
            IncidentLists incidents, Watch watch, PortalTimeline timeline, Baselines baselines,
            Components components, Coverages coverages) {
        this.portals = portals;
        this.lists = lists;
        this.agencies = agencies;
        this.hostings = hostings;
        this.incidents = incidents;
        this.watch = watch;
        this.timeline = timeline;
        this.baselines = baselines;
        this.components = components;
        this.coverages = coverages;
    }

    PortalPage of(Desk desk, Portal portal) {
        PortalRow row = lists.row(desk, portal);
        String phone = agencies.find(desk.scope(), portal.agencyId()).map(Agency::dutyPhone).orElse("");
        Optional<PortalPage.Pause> pause = row.state() == PortalState.PAUSED
                && portal.pausedUntil() != null
                        ? Optional.of(new PortalPage.Pause(portal.pausedReason(), portal.pausedUntil()))
                        : Optional.empty();
        return new PortalPage(row, portal.agencyId(), phone, facts(desk, portal), pause,
                incidents.activeOn(desk, portal.id(), ACTIVE_SHOWN), watch.asked(portal.id()),
                baselines.of(portal.id(), portal.home()), timeline.of(desk, portal.id()),
                components.proposed(portal.id()),
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

    PortalChoices choices(Desk desk, Form form) {
        return new PortalChoices(
                Choice.orNone(new AgencyTree(agencies.all(desk.scope())).choices(Agency::code)),
                portals.all(desk.scope()).stream().map(Portal::home).toList(),
                hostings.all().stream().map(HostingCompany::name).toList(),
                rhythms(desk, form.value("rhythm")),
                Choice.orNone(IntStream.rangeClosed(1, HIGHEST_LEVEL).mapToObj(String::valueOf)
                        .map(level -> new Choice(level, level)).toList()),
                Arrays.stream(TrustLabel.values()).map(Slug::of)
                        .map(word -> new Choice(word, desk.say("web.label." + word))).toList(),
                Arrays.stream(Probing.values()).map(Slug::of)
                        .map(word -> new Choice(word, desk.say("web.probing." + word))).toList());
    }

    /** The usual ones, and the one that is set where it is none of them. */
    private static List<Choice> rhythms(Desk desk, String now) {
        List<String> all = new ArrayList<>(RHYTHMS);
        if (!now.isBlank() && !all.contains(now)) {
            all.addFirst(now);
        }
        return all.stream().map(brief -> new Choice(brief, spoken(desk, brief))).toList();
    }

    private static String spoken(Desk desk, String brief) {
        return RHYTHMS.contains(brief)
                ? desk.times().length(Duration.parse(
                        (brief.endsWith("d") ? "P" : "PT") + brief.toUpperCase(java.util.Locale.ROOT)))
                : brief;
    }
}
