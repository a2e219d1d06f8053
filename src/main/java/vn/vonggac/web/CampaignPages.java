package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.vonggac.incident.Campaign;
import vn.vonggac.incident.Campaigns;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** Campaigns with the names of their portals, and what a person does to one. */
@Singleton
final class CampaignPages {

    private final Campaigns campaigns;
    private final Portals portals;
    private final InstantSource time;

    CampaignPages(Campaigns campaigns, Portals portals, InstantSource time) {
        this.campaigns = campaigns;
        this.portals = portals;
        this.time = time;
    }

    Listing<Campaign> list(Desk desk) {
        return Listing.of(desk.address(), campaigns.count(desk.scope()),
                (size, skip) -> campaigns.list(desk.scope(), size, skip).rows());
    }

    /** Those in which something is not closed yet. */
    List<Campaign> active(Desk desk, int most) {
        return campaigns.list(desk.scope(), most, 0).rows().stream().filter(Campaign::active).toList();
    }

    Optional<CampaignPage> page(Desk desk, long id, Form form) {
        return campaigns.find(desk.scope(), id).map(campaign -> page(desk, campaign, form));
    }

    private CampaignPage page(Desk desk, Campaign campaign, Form form) {
        Map<Long, String> names = portals.all(desk.scope()).stream()
                .collect(Collectors.toMap(Portal::id, Portal::name));
        Map<Long, Set<String>> planted = new HashMap<>();
        campaign.members().forEach(member -> planted
                .computeIfAbsent(member.portal(), key -> new TreeSet<>()).addAll(member.hosts()));
        List<CampaignPage.Row> rows = campaign.members().stream()
                .map(member -> new CampaignPage.Row(member, names.getOrDefault(member.portal(), "")))
                .toList();
        return new CampaignPage(campaign, rows, CampaignPage.Spread.of(campaign, time.instant()),
                CampaignGraph.of(planted, portal -> names.getOrDefault(portal, "#" + portal)), form);
    }

    /** Takes incidents out or another campaign in; the form says what was wrong. */
    void act(Desk desk, long id, Form form) {
        int moved = switch (form.typed("act")) {
            case "split" -> campaigns.split(desk.scope(), id, Set.copyOf(form.ids("incident")), desk.who());
            case "merge" -> merge(desk, id, form);
            default -> 0;
        };
        if (moved == 0) {
            form.reject("act", "web.campaign.problem.none");
        }
    }

    private int merge(Desk desk, long id, Form form) {
        String other = form.typed("other").replace("#", "").strip();
        return other.matches("\\d{1,18}")
                ? campaigns.merge(desk.scope(), id, Long.parseLong(other), desk.who())
                : 0;
    }
}
