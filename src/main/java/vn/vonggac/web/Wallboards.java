package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;

/** Gathers what the wallboard says. */
@Singleton
final class Wallboards {

    private static final int SHOWN = 5;

    private final Overviews overviews;
    private final IncidentLists incidents;
    private final Agencies agencies;
    private final Pulses pulses;
    private final InstantSource time;

    Wallboards(Overviews overviews, IncidentLists incidents, Agencies agencies, Pulses pulses,
            InstantSource time) {
        this.overviews = overviews;
        this.incidents = incidents;
        this.agencies = agencies;
        this.pulses = pulses;
        this.time = time;
    }

    Wallboard of(Desk desk) {
        List<Wallboard.Alarm> alarms = incidents.gravest(desk, SHOWN).stream()
                .map(row -> new Wallboard.Alarm(row, row.incident().next()
                        .map(reading -> IncidentPage.Deadline.of(reading, time.instant()))))
                .toList();
        return new Wallboard(place(desk), overviews.of(desk), incidents.open(desk), alarms, pulses.now(),
                time.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /** The uppermost agency that is seen; nothing for one who sees them all. */
    private String place(Desk desk) {
        if (desk.scope().everything()) {
            return "";
        }
        List<Agency> seen = agencies.all(desk.scope());
        var ids = seen.stream().map(Agency::id).collect(Collectors.toSet());
        return seen.stream().filter(agency -> agency.parentId() == null || !ids.contains(agency.parentId()))
                .map(Agency::name).collect(Collectors.joining(", "));
    }
}
