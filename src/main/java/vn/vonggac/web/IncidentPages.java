package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Outline;
import vn.vonggac.incident.PlannedChange;
import vn.vonggac.incident.PlannedChanges;
import vn.vonggac.incident.Playbooks;
import vn.vonggac.incident.Queue;
import vn.vonggac.incident.Step;
import vn.vonggac.incident.Ties;
import vn.vonggac.notify.Letters;

/** Gathers what the page of an incident shows. */
@Singleton
final class IncidentPages {

    private final Incidents incidents;
    private final Queue queue;
    private final Sights sights;
    private final GoodCopies good;
    private final WaysIn ways;
    private final Playbooks playbooks;
    private final Contacts contacts;
    private final Letters letters;
    private final Attachments attachments;
    private final HandedFiles files;
    private final NegativeExamples negatives;
    private final PlannedChanges plans;
    private final InstantSource time;

    IncidentPages(Incidents incidents, Queue queue, Sights sights, GoodCopies good, WaysIn ways,
            Playbooks playbooks, Contacts contacts, Letters letters, Attachments attachments,
            HandedFiles files, NegativeExamples negatives, PlannedChanges plans, InstantSource time) {
        this.incidents = incidents;
        this.queue = queue;
        this.sights = sights;
        this.good = good;
        this.ways = ways;
        this.playbooks = playbooks;
        this.contacts = contacts;
        this.letters = letters;
        this.attachments = attachments;
        this.files = files;
        this.negatives = negatives;
        this.plans = plans;
        this.time = time;
    }

    Optional<IncidentPage> of(Desk desk, long id, Form form) {
        return queue.find(desk.scope(), id, desk.who()).flatMap(outline -> incidents.find(desk.scope(), id)
                .map(incident -> page(desk, outline, incident, form)));
    }

    private IncidentPage page(Desk desk, Outline outline, Incident incident, Form form) {
        long id = incident.id();
        Map<Boolean, List<Evidence>> told = incident.evidence().stream()
                .collect(Collectors.partitioningBy(each -> incident.timeline().current(each.at())));
        List<FindingGroup> groups = FindingGroup.of(told.getOrDefault(true, List.of()));
        List<Exhibit> exhibits = incidents.exhibits(desk.scope(), id);
        Optional<SightPage> sight = exhibits.isEmpty()
                ? Optional.empty()
                : sights.of(desk, id, telling(incident, groups, exhibits));
        List<IncidentPage.Deadline> deadlines = incidents.clocks(desk.scope(), id).stream()
                .map(reading -> IncidentPage.Deadline.of(reading, time.instant())).toList();
        List<Step> log = incidents.log(desk.scope(), id);
        List<GoodCopy> before = good.of(outline.portal(), exhibits);
        return new IncidentPage(new IncidentRow(outline), incident, groups,
                FindingGroup.of(told.getOrDefault(false, List.of())), ShownPage.of(incident, exhibits),
                Ties.of(incident), sight, log, deadlines,
                IncidentLists.rows(queue.related(desk.scope(), id, desk.who())),
                before, ways.of(desk, outline, incident, groups, before),
                playbooks.lines(incident.kind(), incident.timeline().current(log)),
                contacts.of(desk, outline.portal()), letters.possible(outline.portal()),
                letters.of(desk.scope(), id),
                negatives.of(desk, incident), planned(incident), attachments.of(desk.scope(), id),
                files.bounds(), form);
    }

    /** What was announced of its pages when it was seen last. */
    private List<PlannedChange> planned(Incident incident) {
        return plans.at(Long.parseLong(incident.portal()), incident.timeline().lastSeen()).stream()
                .filter(plan -> incident.pages().keySet().stream()
                        .anyMatch(page -> page.startsWith(plan.pagePrefix())))
                .toList();
    }

    /** The copy on which the strongest finding stands: of a page that changed since, the one that showed it. */
    private static int telling(Incident incident, List<FindingGroup> groups, List<Exhibit> exhibits) {
        return groups.stream().flatMap(group -> group.all().stream()).limit(1)
                .flatMap(strongest -> ShownPage.currentFirst(incident, exhibits).stream()
                        .filter(i -> exhibits.get(i).page().equals(strongest.page())
                                && exhibits.get(i).view().equals(strongest.finding().view()))
                        .sorted(Comparator.comparing(i -> !exhibits.get(i).at().equals(strongest.at()))))
                .findFirst().orElse(0);
    }
}
