package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Family;
import vn.vonggac.fetch.Header;
import vn.vonggac.incident.Campaigns;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Outline;
import vn.vonggac.page.Inert;
import vn.vonggac.page.UploadFolders;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.visit.Sight;
import vn.vonggac.watch.Servers;

/**
 * How somebody probably got in, as far as what is known says: when, where the planted thing lies, who sees it, who else
 * at the same company has it, what the server runs. Guesses for whoever reads the server's logs, told as such.
 */
@Singleton
final class WaysIn {

    private static final int SHARED = 3;
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d");
    /** Nobody got in: what was outside changed, or the page does for everybody what it was made to do. */
    private static final Set<Kind> NOBODY = Set.of(Kind.BAD_LINK, Kind.ABUSED_FORM, Kind.OPEN_DOOR);

    private final Campaigns campaigns;
    private final Portals portals;
    private final HostingCompanies hostings;
    private final Servers servers;

    WaysIn(Campaigns campaigns, Portals portals, HostingCompanies hostings, Servers servers) {
        this.campaigns = campaigns;
        this.portals = portals;
        this.hostings = hostings;
        this.servers = servers;
    }

    /** The most telling first; nothing where nobody can have come in. */
    List<WayIn> of(Desk desk, Outline outline, Incident incident, List<FindingGroup> groups,
            List<GoodCopy> good) {
        if (NOBODY.contains(incident.kind())) {
            return List.of(WayIn.of(incident.kind().id()));
        }
        if (incident.kind().posture()) {
            return List.of();
        }
        List<WayIn> ways = new ArrayList<>();
        between(desk, incident, good).ifPresent(ways::add);
        uploads(incident).ifPresent(ways::add);
        if (groups.stream().anyMatch(group -> group.strongest().family() == Family.VIEW)
                || groups.stream().flatMap(group -> group.views().stream()).noneMatch(Sight.CITIZEN::equals)
                        && !groups.isEmpty()) {
            ways.add(WayIn.of("server"));
        }
        everywhere(groups).ifPresent(ways::add);
        neighbours(desk, outline).ifPresent(ways::add);
        software(desk, outline).ifPresent(ways::add);
        ways.add(WayIn.of("usual"));
        return List.copyOf(ways);
    }

    /** After it was last seen well and before it was first seen: that is where to look in the logs. */
    private static Optional<WayIn> between(Desk desk, Incident incident, List<GoodCopy> good) {
        Instant first = incident.timeline().t0();
        return good.stream().map(GoodCopy::at).filter(at -> at.isBefore(first))
                .max(Comparator.naturalOrder())
                .map(well -> WayIn.of("between", desk.times().minute(well), desk.times().minute(first)));
    }

    private static Optional<WayIn> uploads(Incident incident) {
        return incident.shownOn().stream().map(UploadFolders::above).flatMap(Optional::stream)
                .map(folder -> WayIn.of("uploads", folder)).findFirst();
    }

    /** The same on several pages stands in what they have in common. */
    private static Optional<WayIn> everywhere(List<FindingGroup> groups) {
        return groups.stream().filter(group -> group.quotes().size() < group.pages())
                .max(Comparator.comparing(FindingGroup::pages)).filter(group -> group.pages() >= SHARED)
                .map(group -> WayIn.of("everywhere", group.pages()));
    }

    /** Portals of the same campaign that lie with the same company. */
    private Optional<WayIn> neighbours(Desk desk, Outline outline) {
        Optional<Long> company = hosting(desk, outline.portal());
        long others = company.isEmpty()
                ? 0
                : campaigns.find(desk.scope(), outline.campaign()).stream()
                        .flatMap(campaign -> campaign.portals().stream())
                        .filter(portal -> portal != outline.portal())
                        .filter(portal -> hosting(desk, portal).equals(company)).count();
        return company.filter(id -> others > 0).flatMap(id -> hostings.find(desk.scope(), id))
                .map(found -> WayIn.of("neighbours", others, found.name()));
    }

    private Optional<Long> hosting(Desk desk, long portal) {
        return portals.find(desk.scope(), portal).map(Portal::hostingId);
    }

    /** What the server names with a version, so that it can be looked up. */
    private Optional<WayIn> software(Desk desk, Outline outline) {
        String named = servers.of(desk.scope(), outline.portal()).stream()
                .flatMap(facts -> facts.software().stream())
                .filter(header -> VERSION.matcher(header.value()).find()).map(Header::toString).distinct()
                .map(Inert::within)
                .collect(Collectors.joining(", "));
        return Stream.of(named).filter(text -> !text.isEmpty()).map(text -> WayIn.of("software", text))
                .findFirst();
    }
}
