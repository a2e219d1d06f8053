package vn.vonggac.cli;

import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentEvent;
import vn.vonggac.incident.IncidentsInMemory;
import vn.vonggac.incident.Rules;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Lesson;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.visit.Judgement;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Sight;

/** The histories of one portal run past the one path, visit after visit, with a baseline that learns on the way. */
final class Replay {

    private final OnePath path;
    private final IncidentsInMemory incidents = new IncidentsInMemory(Rules.shipped());
    private final Map<String, Baseline> baselines = new HashMap<>();
    private PortalBaseline portal = PortalBaseline.empty();

    Replay(OnePath path) {
        this.path = path;
    }

    /** An incident that would have been raised. */
    @Serdeable
    record Raised(String portal, String page, Instant at, String verdict, String severity,
            List<FindingView> findings) {}

    List<Raised> run(History history, Progress progress) throws IOException {
        List<Raised> raised = new ArrayList<>();
        for (History.Visit visit : history.visits()) {
            Judgement judgement = path.judge(look(visit));
            if (judgement.verdict().level().flagged()) {
                raised.addAll(raise(history, visit, judgement.verdict()));
            } else {
                learn(visit, judgement);
            }
            progress.step();
        }
        return raised;
    }

    private List<Raised> raise(History history, History.Visit visit, Verdict verdict) {
        List<Raised> raised = new ArrayList<>();
        for (IncidentEvent event : incidents.observe(history.portal(), visit.url(), visit.at(), verdict)) {
            if (event instanceof IncidentEvent.Raised(Incident incident, var steps)) {
                raised.add(new Raised(history.portal(), visit.page(), visit.at(), Slug.of(verdict.level()),
                        Slug.of(incident.severity()), FindingView.all(verdict)));
            }
        }
        return raised;
    }

    /** What was flagged never trains the baseline. */
    private void learn(History.Visit visit, Judgement judgement) {
        Lesson lesson = judgement.observation().citizen().lesson();
        if (lesson.isWhole()) {
            Baseline before = baselines.getOrDefault(visit.page(), Baseline.empty());
            baselines.put(visit.page(), before.learn(lesson.content(), visit.at()));
            portal = portal.learn(lesson, before, visit.at());
        }
    }

    private Look look(History.Visit visit) throws IOException {
        List<Sight> sights = new ArrayList<>();
        for (History.Copy copy : visit.copies()) {
            sights.add(sight(visit, copy));
        }
        Optional<Baseline> usual = Optional.ofNullable(baselines.get(visit.page()));
        return new Look(visit.url(), sights, usual, portal, PortalFacts.UNKNOWN, List.of(), Around.NOTHING);
    }

    private static Sight sight(History.Visit visit, History.Copy copy) throws IOException {
        PageSource file = Offline.source(copy.file(), visit.url());
        if (copy.exchange().isEmpty()) {
            return new Sight(copy.view(), Optional.empty(), file);
        }
        var trail = ExchangeFile.read(copy.exchange().get(), visit.url());
        return new Sight(copy.view(), Optional.of(trail),
                new PageSource(trail.finalUrl(), file.body(), file.contentType(), false));
    }
}
