package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A portal in a list. */
public record PortalRow(long id, String name, String home, String agency, PortalState state,
        Optional<Instant> lastVisit, String rhythm, int level, List<String> tags) {

    public PortalRow {
        tags = List.copyOf(tags);
    }
}
