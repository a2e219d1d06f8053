package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a screen on the wall says: how the portals of an agency stand, what is open, and which deadline comes first.
 *
 * @param place whose portals they are
 * @param open how many incidents are, more than {@code alarms} where there is no room for all
 */
public record Wallboard(String place, Overview overview, long open, List<Alarm> alarms, Pulse pulse,
        Instant at) {

    public Wallboard {
        alarms = List.copyOf(alarms);
    }

    /** An open incident, with the deadline that runs out first where one runs. */
    public record Alarm(IncidentRow row, Optional<IncidentPage.Deadline> deadline) {}
}
