package vn.vonggac.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Verdict;

/** What a check on demand found, as its page shows it. {@code live} where a server was asked. */
public record Checked(String target, boolean live, Verdict verdict, List<View> views, Duration took) {

    public Checked {
        views = List.copyOf(views);
    }

    /** What one view saw: its status and where it ended, or the word for why nothing came. */
    public record View(String id, Optional<Integer> status, String finalUrl, String outcome, int redirects) {}

    /** What could not be looked at: the view, or nothing where it holds for all, and why. */
    public record Unseen(String view, String reason) {}

    /** The worst first. */
    public List<Finding> findings() {
        return verdict.findings().stream().sorted(java.util.Comparator.comparing(Finding::severity)
                .thenComparing(Finding::confidence).reversed()).toList();
    }

    public List<Unseen> unseen() {
        return verdict.incomplete().stream().map(Checked::unseen).toList();
    }

    private static Unseen unseen(String line) {
        int colon = line.indexOf(": ");
        return colon < 0
                ? new Unseen("", line)
                : new Unseen(line.substring(0, colon), line.substring(colon + 2));
    }
}
