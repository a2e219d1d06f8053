package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Outline;
import vn.vonggac.incident.Queue;
import vn.vonggac.incident.SavedFilters;
import vn.vonggac.portal.Listed;

/** Incidents as the desk lists them. */
@Singleton
final class IncidentLists {

    private final Queue queue;
    private final QueueFilters filters;
    private final SavedFilters saved;

    IncidentLists(Queue queue, QueueFilters filters, SavedFilters saved) {
        this.queue = queue;
        this.filters = filters;
        this.saved = saved;
    }

    QueuePage queue(Desk desk, Form form) {
        IncidentFilter filter = filters.of(desk);
        Listing<IncidentRow> listing = Listing.of(desk.address(), queue.count(desk.scope(), filter),
                (size, skip) -> rows(desk, filter, size, skip));
        String path = desk.address().with("page", "");
        return new QueuePage(listing, filters.chips(desk), filters.seenBy(desk),
                saved.findByOwnerOrderByName(desk.who()),
                path.substring(Math.min(path.length(), "/incidents?".length())), form);
    }

    List<IncidentRow> gravest(Desk desk, int most) {
        return rows(desk, IncidentFilter.QUEUE, most, 0);
    }

    long open(Desk desk) {
        return queue.count(desk.scope(), IncidentFilter.QUEUE);
    }

    List<IncidentRow> activeOn(Desk desk, long portal, int most) {
        return rows(desk, IncidentFilter.activeOn(portal), most, 0);
    }

    /** Those of a portal that were closed last, and how many there are. */
    Listed<IncidentRow> closedOn(Desk desk, long portal, int most) {
        Listed<Outline> closed = queue.list(desk.scope(), IncidentFilter.closedOn(portal), desk.who(), most,
                0);
        return new Listed<>(rows(closed.rows()), closed.total());
    }

    private List<IncidentRow> rows(Desk desk, IncidentFilter filter, int size, long skip) {
        return rows(queue.list(desk.scope(), filter, desk.who(), size, skip).rows());
    }

    static List<IncidentRow> rows(List<Outline> outlines) {
        return outlines.stream().map(IncidentRow::new).toList();
    }
}
