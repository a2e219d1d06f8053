package vn.vonggac.watch;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import vn.vonggac.detect.Verdict;

/**
 * What a check came to, page by page, as far as it is there.
 *
 * @param left pages that were found and not looked at
 */
@Serdeable
public record CheckResult(List<CheckedPage> pages, int left) {

    public static final CheckResult NOTHING = new CheckResult(List.of(), 0);

    public CheckResult {
        pages = List.copyOf(pages);
    }

    /** The worst page's verdict. */
    public Verdict.Level verdict() {
        return pages.stream().map(CheckedPage::verdict).min(Comparator.naturalOrder())
                .orElse(Verdict.Level.INCOMPLETE);
    }

    public int findings() {
        return pages.stream().mapToInt(page -> page.findings().size()).sum();
    }
}
