package vn.vonggac.incident;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The incidents of the service: what visits did to them. */
@Singleton
public class Incidents {

    private final Grouping grouping;
    private final IncidentRows rows;
    private final IncidentTables tables;

    Incidents(Rules rules, IncidentRows rows, IncidentTables tables) {
        this.grouping = new Grouping(rules);
        this.rows = rows;
        this.tables = tables;
    }

    /** Takes in what a visit concluded. One transaction; visits of one portal go one after the other. */
    @Transactional
    public List<IncidentEvent> observe(Sighting sighting) {
        long portal = Long.parseLong(sighting.portal());
        String urlHash = UrlHash.of(sighting.page());
        if (sighting.verdict().findings().isEmpty() && rows.activeOn(portal, urlHash) == 0) {
            return List.of();
        }
        rows.lock(portal);
        List<Incident> known = rows.known(portal, urlHash).stream().map(tables::load).toList();
        List<Silence> silences = rows.silences(sighting.at()).stream().map(SilenceRow::silence).toList();
        return keep(known, grouping.observe(known, silences, sighting));
    }

    private List<IncidentEvent> keep(List<Incident> known, List<IncidentEvent> events) {
        Map<Long, Incident> before = known.stream()
                .collect(Collectors.toMap(Incident::id, Function.identity()));
        List<IncidentEvent> kept = new ArrayList<>();
        for (IncidentEvent event : events) {
            Incident stored = tables.save(Optional.ofNullable(before.get(event.incident().id())),
                    event.incident(), event.steps());
            before.put(stored.id(), stored);
            kept.add(event.of(stored));
        }
        return List.copyOf(kept);
    }

    public Optional<Incident> find(long id) {
        return rows.findById(id).map(tables::load);
    }

    /** The portal's, the newest first. */
    public List<Incident> ofPortal(long portal) {
        return rows.ofPortal(portal).stream().map(tables::load).toList();
    }

    public List<Step> log(long id) {
        return tables.log(id);
    }
}
