package vn.vonggac.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vonggac.detect.Verdict;

/**
 * The incidents of a replay: the same grouping as the service's, nothing stored, the clock whatever the caller says.
 * One thread at a time.
 */
public final class IncidentsInMemory {

    private final Grouping grouping;
    private final Map<String, List<Incident>> byPortal = new HashMap<>();
    private long last;

    public IncidentsInMemory(Rules rules) {
        this.grouping = new Grouping(rules);
    }

    public List<IncidentEvent> observe(String portal, String page, Instant at, Verdict verdict) {
        List<Incident> known = byPortal.computeIfAbsent(portal, key -> new ArrayList<>());
        List<IncidentEvent> events = grouping
                .observe(known, List.of(), new Sighting(portal, page, at, verdict, false)).stream()
                .map(this::numbered).toList();
        events.forEach(event -> keep(known, event.incident()));
        return events;
    }

    /** Every incident so far, in the order they were raised. */
    public List<Incident> all() {
        return byPortal.values().stream().flatMap(List::stream)
                .sorted(Comparator.comparingLong(Incident::id)).toList();
    }

    private IncidentEvent numbered(IncidentEvent event) {
        return event instanceof IncidentEvent.Raised ? event.of(event.incident().stored(++last)) : event;
    }

    private static void keep(List<Incident> known, Incident incident) {
        known.removeIf(other -> other.id() == incident.id());
        known.add(incident);
    }
}
