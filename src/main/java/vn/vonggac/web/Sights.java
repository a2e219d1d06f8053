package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.vonggac.detect.Finding;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Outline;
import vn.vonggac.incident.Queue;
import vn.vonggac.page.Excerpt;
import vn.vonggac.page.Format;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageCopy;
import vn.vonggac.visit.Sight;

/** What was kept of an incident, beside what the page said when it was last well. */
@Singleton
final class Sights {

    private static final int MOST_PARTS = 10;

    private final Incidents incidents;
    private final Queue queue;
    private final Versions versions;

    Sights(Incidents incidents, Queue queue, Versions versions) {
        this.incidents = incidents;
        this.queue = queue;
        this.versions = versions;
    }

    Optional<SightPage> of(Desk desk, long id, int number) {
        List<Exhibit> exhibits = incidents.exhibits(desk.scope(), id);
        return queue.find(desk.scope(), id, desk.who())
                .filter(outline -> number >= 0 && number < exhibits.size())
                .flatMap(outline -> incidents.find(desk.scope(), id)
                        .map(incident -> sight(outline, incident.evidence(), exhibits, number)));
    }

    private SightPage sight(Outline outline, List<Evidence> evidence, List<Exhibit> exhibits, int number) {
        Exhibit exhibit = exhibits.get(number);
        Optional<PageCopy> well = versions.lastGood(outline.portal(), exhibit.page(), exhibit.view(),
                exhibit.at());
        Optional<PageContent> content = read(exhibit);
        Optional<Sides> citizen = exhibit.view().equals(Sight.CITIZEN)
                ? Optional.empty()
                : sameLook(exhibits, exhibit).map(theirs -> beside(exhibit, well, read(theirs)))
                        .filter(Sides::whole);
        return new SightPage(new IncidentRow(outline), exhibits, number, beside(exhibit, well, content),
                citizen, content.filter(page -> page.format() == Format.HTML)
                        .map(page -> source(exhibit, evidence)).orElse(List.of()));
    }

    private Optional<PageContent> read(Exhibit exhibit) {
        return versions.read(exhibit.hash(), exhibit.page(), "");
    }

    private Sides beside(Exhibit exhibit, Optional<PageCopy> well, Optional<PageContent> now) {
        return versions.beside(exhibit.page(), well, now);
    }

    /** What a citizen was shown when the other view was. */
    private static Optional<Exhibit> sameLook(List<Exhibit> exhibits, Exhibit other) {
        return exhibits.stream().filter(exhibit -> exhibit.view().equals(Sight.CITIZEN))
                .filter(exhibit -> exhibit.page().equals(other.page()) && exhibit.at().equals(other.at()))
                .findFirst();
    }

    private List<SourcePart> source(Exhibit exhibit, List<Evidence> evidence) {
        Map<Integer, List<Finding>> byLine = evidence.stream()
                .filter(told -> told.page().equals(exhibit.page()) && told.at().equals(exhibit.at())
                        && told.finding().view().equals(exhibit.view()))
                .map(Evidence::finding)
                .collect(Collectors.groupingBy(finding -> finding.place().line(), TreeMap::new,
                        Collectors.toList()));
        return versions.bytes(exhibit.hash()).map(bytes -> byLine.entrySet().stream()
                .flatMap(line -> Excerpt.of(bytes, line.getKey(), SourcePart.words(line.getValue()))
                        .map(excerpt -> new SourcePart(line.getValue(), excerpt)).stream())
                .limit(MOST_PARTS).toList()).orElse(List.of());
    }
}
