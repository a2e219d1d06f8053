package vn.vonggac.web;

import java.util.List;
import vn.vonggac.incident.SavedFilter;

/**
 * The queue as one reader looks at it.
 *
 * @param seenBy who alone may see something, to choose from
 * @param query what it was asked, as an address has it
 */
public record QueuePage(Listing<IncidentRow> listing, List<Chip> chips, List<Choice> seenBy,
        List<SavedFilter> saved, String query, Form form) {

    public QueuePage {
        chips = List.copyOf(chips);
        seenBy = List.copyOf(seenBy);
        saved = List.copyOf(saved);
    }
}
