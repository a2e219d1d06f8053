package vn.vonggac.web;

import java.util.List;

/** What an act on many incidents would do, before it is done: to which, and to which not. */
public record BulkPage(IncidentAct act, List<IncidentRow> fits, List<IncidentRow> refused, String back,
        Form form) {

    public BulkPage {
        fits = List.copyOf(fits);
        refused = List.copyOf(refused);
    }
}
