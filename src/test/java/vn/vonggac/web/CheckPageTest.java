package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Verdict;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckResult;
import vn.vonggac.watch.CheckedPage;
import vn.vonggac.watch.CheckedView;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page of a check claims to have compared. */
class CheckPageTest {

    private static final CheckedPage KNOWN = page(true, "");
    private static final CheckedPage LEARNING = page(false, "");
    private static final CheckedPage DARK = page(true, "failed-timeout");

    @Test
    void onlyWhatIsKnownOfAPageThatCameIsCompared() {
        assertThat(of(1, KNOWN).comparison()).isEqualTo("all");
        assertThat(of(1, LEARNING).comparison()).isEqualTo("none");
        assertThat(of(1, KNOWN, LEARNING, DARK).comparison()).isEqualTo("some");
        assertThat(of(1, KNOWN, LEARNING, DARK).seenPages()).isEqualTo(2);
        assertThat(of(1, DARK).comparison()).isEqualTo("unseen");
        assertThat(of(0, LEARNING).comparison()).isEqualTo("stranger");
    }

    private static CheckPage of(long portal, CheckedPage... pages) {
        Check check = new Check("c", "an", Check.Kind.URL, "https://s1.example/", portal, pages.length, "",
                Check.State.DONE, List.of(), "clean", 0, Instant.EPOCH, Optional.empty(), Instant.EPOCH);
        return new CheckPage(check, CheckProgress.of(check, 0),
                new CheckResult(Stream.of(pages).toList(), 0), Optional.empty(), "");
    }

    private static CheckedPage page(boolean baseline, String outcome) {
        CheckedView view = new CheckedView("citizen", 200, "https://s1.example/", outcome, List.of(), "", 0,
                "", 0, 0);
        return new CheckedPage("https://s1.example/", Verdict.Level.CLEAN, 0, List.of(view), List.of(),
                List.of(), baseline, 1);
    }
}
