package vn.vonggac.web;

import java.util.List;
import vn.vonggac.incident.SavedFilter;

/**
 * The queue as one reader looks at it.
 *
 * @param mark differs whenever the list may
 * @param query what it was asked, as an address has it
 */
public record QueuePage(Listing<IncidentRow> listing, List<Chip> chips,
        List<SavedFilter> saved, String mark, String query, Form form) {

    public QueuePage {
        chips = List.copyOf(chips);
        saved = List.copyOf(saved);
    }
}
