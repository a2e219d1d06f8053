package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckResult;
import vn.vonggac.watch.CheckedPage;
import vn.vonggac.watch.CheckedView;

/**
 * A check with what it came to, as far as it is there.
 *
 * @param before how many checks wait before it
 * @param left pages of the site that were found and not looked at
 * @param cannotSee what no check can see, for people
 */
@Serdeable
@Schema(name = "CheckDetail")
record CheckDetail(CheckItem check, long before, List<PageLine> results, int left, String cannotSee) {

    CheckDetail {
        results = List.copyOf(results);
    }

    /**
     * What is said of one page.
     *
     * @param baseline whether what it normally says was known
     * @param unseen what could not be looked at, and why
     */
    @Serdeable
    @Schema(name = "CheckPage")
    record PageLine(String url, String verdict, double score, List<CheckedView> views,
            List<FindingLine> findings, List<String> unseen, boolean baseline, long millis) {

        PageLine {
            views = List.copyOf(views);
            findings = List.copyOf(findings);
            unseen = List.copyOf(unseen);
        }

        static PageLine of(Messages messages, CheckedPage page) {
            return new PageLine(page.url(), Slug.of(page.verdict()), page.score(), page.views(),
                    page.findings().stream().map(finding -> FindingLine.of(messages, finding)).toList(),
                    page.unseen(), page.baseline(), page.millis());
        }
    }

    /**
     * What was found. The quote is what the page said: never markup to show as it is.
     *
     * @param message for people, in the language of the request
     */
    @Serdeable
    @Schema(name = "CheckFinding")
    record FindingLine(String detector, String family, String severity, double confidence, String view,
            String place, String quote, String message) {

        static FindingLine of(Messages messages, Finding finding) {
            return new FindingLine(finding.detector(), Slug.of(finding.family()),
                    Slug.of(finding.severity()), finding.confidence(), finding.view(),
                    finding.place().describe(), finding.quote(),
                    messages.text(finding.message(), finding.arguments()));
        }
    }

    static CheckDetail of(Messages messages, Check check, long before, CheckResult result) {
        return new CheckDetail(CheckItem.of(check), before,
                result.pages().stream().map(page -> PageLine.of(messages, page)).toList(), result.left(),
                check.draft() ? "" : messages.text("api.check.cannot-see"));
    }
}
