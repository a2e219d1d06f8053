package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** Who answers for a portal. */
@Singleton
final class Contacts {

    private final Portals portals;
    private final Agencies agencies;
    private final HostingCompanies hostings;

    Contacts(Portals portals, Agencies agencies, HostingCompanies hostings) {
        this.portals = portals;
        this.agencies = agencies;
        this.hostings = hostings;
    }

    List<Contact> of(Desk desk, long portal) {
        return portals.find(desk.scope(), portal).map(found -> of(desk, found)).orElse(List.of());
    }

    private List<Contact> of(Desk desk, Portal portal) {
        Optional<Contact> agency = agencies.find(desk.scope(), portal.agencyId()).map(Contact::of);
        Optional<Contact> hosting = Optional.ofNullable(portal.hostingId())
                .flatMap(id -> hostings.find(desk.scope(), id)).map(Contact::of);
        return Stream.of(agency, hosting).flatMap(Optional::stream).toList();
    }
}
