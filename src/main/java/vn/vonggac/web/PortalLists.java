package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalFilter;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

/** Portals as the desk lists them: with their agency's name and how they stand. */
@Singleton
final class PortalLists {

    private static final int ALL = 100_000;

    private final Portals portals;
    private final Agencies agencies;
    private final PortalStates states;

    PortalLists(Portals portals, Agencies agencies, PortalStates states) {
        this.portals = portals;
        this.agencies = agencies;
        this.states = states;
    }

    long count(Scope scope, long agency) {
        return portals.list(scope, new PortalFilter("", agency, "", PortalFilter.Paused.EITHER,
                PortalFilter.Order.NAME, false), 0, 1).total();
    }

    Listing<PortalRow> list(Desk desk) {
        Address address = desk.address();
        Optional<PortalState> state = PortalState.named(address.value("state"));
        PortalFilter filter = filter(address);
        return state.isPresent() ? inState(desk, filter, state.get()) : inOrder(desk, filter);
    }

    private Listing<PortalRow> inOrder(Desk desk, PortalFilter filter) {
        PortalStates.Now now = states.now(desk.scope());
        Map<Long, String> names = names(desk.scope());
        long total = portals.list(desk.scope(), filter, 0, 1).total();
        return Listing.of(desk.address(), total, (size, skip) -> portals
                .list(desk.scope(), filter, skip / size, size).rows().stream()
                .map(portal -> row(desk, portal, names, now)).toList());
    }

    /** How a portal stands is no column to ask the database for. */
    private Listing<PortalRow> inState(Desk desk, PortalFilter filter, PortalState state) {
        PortalStates.Now now = states.now(desk.scope());
        Map<Long, String> names = names(desk.scope());
        Listed<Portal> all = portals.list(desk.scope(), filter, 0, ALL);
        List<Portal> standing = all.rows().stream().filter(portal -> now.of(portal) == state).toList();
        return Listing.of(desk.address(), standing.size(), (size, skip) -> standing.stream().skip(skip)
                .limit(size).map(portal -> row(desk, portal, names, now)).toList());
    }

    PortalRow row(Desk desk, Portal portal) {
        return row(desk, portal, names(desk.scope()), states.now(desk.scope()));
    }

    private static PortalRow row(Desk desk, Portal portal, Map<Long, String> agencyNames,
            PortalStates.Now now) {
        return new PortalRow(portal.id(), portal.name(), portal.home(),
                agencyNames.getOrDefault(portal.agencyId(), ""), now.of(portal), now.lastVisit(portal),
                desk.times().length(portal.rhythm()), portal.level(), portal.tags());
    }

    private Map<Long, String> names(Scope scope) {
        return agencies.all(scope).stream().collect(Collectors.toMap(Agency::id, Agency::name));
    }

    private static PortalFilter filter(Address address) {
        String sort = address.value("sort");
        boolean descending = sort.startsWith("-");
        return new PortalFilter(address.value("q"), address.id("agency"), address.value("tag"),
                PortalFilter.Paused.EITHER, order(descending ? sort.substring(1) : sort), descending);
    }

    private static PortalFilter.Order order(String name) {
        return switch (name) {
            case "home" -> PortalFilter.Order.HOME;
            case "added" -> PortalFilter.Order.ADDED;
            case "level" -> PortalFilter.Order.LEVEL;
            default -> PortalFilter.Order.NAME;
        };
    }
}
