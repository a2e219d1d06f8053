package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.Campaign;

/**
 * Incidents on several portals that share what was planted, as far as the caller may see them.
 *
 * @param active whether one of them is not closed yet
 */
@Serdeable
@Schema(name = "Campaign")
record CampaignItem(long id, boolean active, Instant first, Instant last, int pages, List<Shared> hosts,
        List<Member> incidents) {

    CampaignItem {
        hosts = List.copyOf(hosts);
        incidents = List.copyOf(incidents);
    }

    /**
     * A planted domain.
     *
     * @param portals on how many of the portals
     */
    @Serdeable
    @Schema(name = "CampaignHost")
    record Shared(String host, long portals) {}

    /**
     * One of its incidents.
     *
     * @param reason what it shares: host, file, script or text; hand where a person put it there
     * @param shared the host it shares
     */
    @Serdeable
    @Schema(name = "CampaignIncident")
    record Member(long incident, long portal, Instant t0, Instant joinedAt, String reason, String shared) {}

    static CampaignItem of(Campaign campaign) {
        return new CampaignItem(campaign.id(), campaign.active(), campaign.first(), campaign.last(),
                campaign.pages(),
                campaign.hosts().stream().map(host -> new Shared(host.host(), host.portals())).toList(),
                campaign.members().stream().map(CampaignItem::member).toList());
    }

    private static Member member(Campaign.Member member) {
        return new Member(member.incident(), member.portal(), member.t0(), member.joinedAt(),
                Slug.of(member.reason()), member.shared());
    }
}
