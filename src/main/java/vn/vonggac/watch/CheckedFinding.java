package vn.vonggac.watch;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Place;

/** A finding as a result keeps it. */
@Serdeable
record CheckedFinding(String detector, Family family, Severity severity, double confidence, String view,
        String path, int line, String quote, String message, List<String> arguments, List<String> hosts) {

    CheckedFinding {
        arguments = List.copyOf(arguments);
        hosts = List.copyOf(hosts);
    }

    static CheckedFinding of(Finding finding) {
        return new CheckedFinding(finding.detector(), finding.family(), finding.severity(),
                finding.confidence(), finding.view(), finding.place().path(), finding.place().line(),
                finding.quote(), finding.message(), finding.arguments(), finding.hosts());
    }

    Finding finding() {
        return new Finding(detector, family, severity, confidence, view, new Place(path, line), quote,
                message,
                arguments, hosts);
    }
}
