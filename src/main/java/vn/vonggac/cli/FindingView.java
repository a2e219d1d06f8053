package vn.vonggac.cli;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Verdict;

/** A finding as the commands print it. */
@Serdeable
record FindingView(String detector, String family, String severity, double confidence, String view,
        String place,
        String quote, String message) {

    static List<FindingView> all(Verdict verdict) {
        return verdict.findings().stream().map(FindingView::of).toList();
    }

    static FindingView of(Finding finding) {
        return new FindingView(finding.detector(), Slug.of(finding.family()), Slug.of(finding.severity()),
                finding.confidence(), finding.view(), finding.place().describe(), finding.quote(),
                Messages.in(Locale.getDefault()).text(finding.message(), finding.arguments()));
    }
}
