package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.audit.Audit;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.signature.Miss;
import vn.vonggac.signature.OwnSignatures;
import vn.vonggac.signature.Signatures;
import vn.vonggac.signature.Topic;

/**
 * What was wrongly found by words, as examples that its signatures must not match: the sentences of the kept copy, each
 * said to be no hit wherever it stands. They count for every agency's portals, so only who sees all of these adds one.
 */
@Singleton
final class NegativeExamples {

    private static final int MOST = 20;
    private static final int MOST_COPIES = 6;

    private final Incidents incidents;
    private final Versions versions;
    private final Signatures signatures;
    private final OwnSignatures own;
    private final PageReader reader;
    private final Audit audit;

    NegativeExamples(Incidents incidents, Versions versions, Signatures signatures, OwnSignatures own,
            PageReader reader, Audit audit) {
        this.incidents = incidents;
        this.versions = versions;
        this.signatures = signatures;
        this.own = own;
        this.reader = reader;
        this.audit = audit;
    }

    /** By detector; none for whoever may not add any. */
    Map<String, List<Miss>> of(Desk desk, Incident incident) {
        if (!desk.may(May.HANDLE) || !desk.scope().everything() || !incident.active()) {
            return Map.of();
        }
        Map<String, List<Evidence>> told = incident.evidence().stream()
                .filter(each -> worded(each.finding()) && incident.timeline().current(each.at()))
                .collect(Collectors.groupingBy(each -> each.finding().detector()));
        List<Exhibit> exhibits = told.isEmpty()
                ? List.of()
                : incidents.exhibits(desk.scope(), incident.id());
        Map<String, List<Miss>> found = new TreeMap<>();
        told.forEach((detector, its) -> {
            List<Miss> examples = examples(its, exhibits);
            if (!examples.isEmpty()) {
                found.put(detector, examples);
            }
        });
        return found;
    }

    /** From copies of the pages it was found on, each of another content. */
    private List<Miss> examples(List<Evidence> told, List<Exhibit> exhibits) {
        Set<Topic> topics = told.stream().flatMap(each -> topics(each.finding()).stream())
                .collect(Collectors.toSet());
        Set<String> pages = told.stream().map(Evidence::page).collect(Collectors.toSet());
        Map<String, Exhibit> copies = new LinkedHashMap<>();
        exhibits.stream().filter(shown -> pages.contains(shown.page()))
                .forEach(shown -> copies.putIfAbsent(shown.hash(), shown));
        return copies.values().stream().limit(MOST_COPIES)
                .flatMap(shown -> examples(shown, topics).stream()).distinct().limit(MOST).toList();
    }

    private static boolean worded(Finding finding) {
        return finding.family() == Family.WORDS || finding.family() == Family.DEFACEMENT;
    }

    /** What the signatures that match what was quoted speak for. */
    private Set<Topic> topics(Finding finding) {
        PageSource quoted = new PageSource("", finding.quote().getBytes(StandardCharsets.UTF_8),
                Optional.of("text/plain; charset=utf-8"), false);
        return signatures.match(reader.read(quoted), Optional.empty()).stream().map(hit -> hit.topic())
                .filter(topic -> topic != Topic.REPORT && topic != Topic.SCRIPT).collect(Collectors.toSet());
    }

    private List<Miss> examples(Exhibit shown, Set<Topic> topics) {
        return versions.read(shown.hash(), shown.page(), "")
                .map(content -> signatures.examples(content, topics)).orElse(List.of());
    }

    /** Puts those of some detectors in force. */
    void add(Desk desk, Incident incident, Set<String> detectors) {
        List<Miss> chosen = new ArrayList<>();
        of(desk, incident).entrySet().stream().filter(entry -> detectors.contains(entry.getKey()))
                .forEach(entry -> chosen.addAll(entry.getValue()));
        if (!chosen.isEmpty()) {
            own.add(chosen);
            chosen.stream().sorted(Comparator.comparing(Miss::signature)).forEach(miss -> audit
                    .record(desk.who(), "web.act.miss", "signature:" + miss.signature(), miss.words()));
        }
    }

    /** Takes back what was said to be no hit; false where nobody said it. */
    boolean takeBack(Desk desk, Miss said) {
        boolean taken = own.takeBack(said);
        if (taken) {
            audit.record(desk.who(), "web.act.miss-removed", "signature:" + said.signature(), said.words());
        }
        return taken;
    }
}
