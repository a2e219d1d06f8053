package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.incident.Campaign;

/** What the first page says: is anything wrong, what exactly, and how the portals stand. */
public record Overview(long agencies, Map<PortalState, Long> states, List<Square> squares,
        List<IncidentRow> incidents, List<Campaign> campaigns, Optional<Instant> lastVisit) {

    public Overview {
        states = Map.copyOf(states);
        squares = List.copyOf(squares);
        incidents = List.copyOf(incidents);
        campaigns = List.copyOf(campaigns);
    }

    /** One portal as a square. */
    public record Square(long id, String name, PortalState state) {}

    public long portals() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(PortalState state) {
        return states.getOrDefault(state, 0L);
    }
}
