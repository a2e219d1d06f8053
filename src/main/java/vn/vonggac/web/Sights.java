package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Change;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;

/** Reads what was kept of an incident and lays it beside what the page said when it was last well. */
@Singleton
final class Sights {

    private final Incidents incidents;
    private final IncidentLists lists;
    private final Copies copies;
    private final PageReader reader;

    Sights(Incidents incidents, IncidentLists lists, Copies copies, PageReader reader) {
        this.incidents = incidents;
        this.lists = lists;
        this.copies = copies;
        this.reader = reader;
    }

    Optional<SightPage> of(Desk desk, long id, int number) {
        List<Exhibit> exhibits = incidents.exhibits(desk.scope(), id);
        return incidents.find(desk.scope(), id).filter(incident -> number >= 0 && number < exhibits.size())
                .map(incident -> sight(desk, incident, exhibits, number));
    }

    private SightPage sight(Desk desk, Incident incident, List<Exhibit> exhibits, int number) {
        Exhibit exhibit = exhibits.get(number);
        Optional<PageContent> now = read(exhibit.hash(), exhibit.page(), "");
        Optional<PageCopy> well = copies
                .lastGood(Long.parseLong(incident.portal()), exhibit.page(), exhibit.view())
                .filter(copy -> copy.firstSeen().isBefore(exhibit.at()));
        PageContent before = well.flatMap(copy -> read(copy.lastHash(), copy.url(), copy.contentType()))
                .orElse(reader.read(source(new byte[0], exhibit.page(), "")));
        Optional<Change> change = now
                .map(content -> Baseline.learned(before).compare(content, PortalBaseline.empty()));
        return new SightPage(lists.row(desk, incident), exhibits, number, now.isPresent(),
                well.map(Sights::moment), before.title(), now.map(PageContent::title).orElse(""),
                change.map(Change::rows).orElse(List.of()),
                change.map(Change::addedLinks).orElse(List.of()));
    }

    private static Instant moment(PageCopy copy) {
        return copy.lastSeen();
    }

    private Optional<PageContent> read(String hash, String url, String type) {
        return switch (copies.read(hash)) {
            case CopyRead.Whole(byte[] body) -> Optional.of(reader.read(source(body, url, type)));
            case CopyRead.Missing missing -> Optional.empty();
            case CopyRead.Damaged damaged -> Optional.empty();
        };
    }

    private static PageSource source(byte[] body, String url, String type) {
        return new PageSource(url, body, Optional.of(type).filter(text -> !text.isEmpty()), false);
    }
}
