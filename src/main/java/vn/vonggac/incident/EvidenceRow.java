package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Place;

/** A finding of an incident as its table holds it. */
@MappedEntity("incident_evidence")
record EvidenceRow(@Id @GeneratedValue long id, long incidentId, String page, Instant at, String detector,
        Family family, Severity severity, double confidence, String view, String path, int line, String quote,
        String message, String arguments, String hosts) {

    static EvidenceRow of(long incident, Evidence evidence) {
        Finding finding = evidence.finding();
        return new EvidenceRow(0, incident, Lines.cut(evidence.page(), 4000), evidence.at(),
                finding.detector(),
                finding.family(), finding.severity(), finding.confidence(), finding.view(),
                Lines.cut(finding.place().path(), 4000), finding.place().line(),
                Lines.cut(finding.quote(), Evidence.LONGEST_QUOTE), finding.message(),
                Lines.join(finding.arguments(), 8000),
                Lines.join(finding.hosts(), 8000));
    }

    Evidence evidence() {
        List<String> filled = Lines.split(arguments);
        return new Evidence(page, at, new Finding(detector, family, severity, confidence, view,
                new Place(path, line), quote, message, filled, Lines.split(hosts)));
    }
}
