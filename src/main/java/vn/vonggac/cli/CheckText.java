package vn.vonggac.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Unseen;
import vn.vonggac.detect.Verdict;

/** A checked target in words: the verdict in one line, then what was found, where, and what could not be seen. */
final class CheckText {

    private CheckText() {}

    static String of(Checked checked, boolean colours) {
        Messages messages = Messages.in(Locale.getDefault());
        StringBuilder text = new StringBuilder();
        Verdict verdict = checked.verdict();
        String word = messages.text("cli.verdict." + Slug.of(verdict.level()));
        text.append(colours ? colour(verdict.level()) + word + "\u001B[0m" : word)
                .append(String.format(Locale.ROOT, "  %s  (%.2f, %d ms)%n", checked.target(), verdict.score(),
                        checked.millis()));
        FindingView.all(verdict)
                .forEach(finding -> text.append(String.format(Locale.ROOT, "  %.2f  %s  [%s%s%s]%n",
                        finding.confidence(), finding.message(), finding.detector(),
                        finding.view().equals("citizen") ? "" : ", " + finding.view(),
                        finding.place().isEmpty() ? "" : ", " + finding.place())));
        unseen(verdict, messages).forEach((reason, views) -> text.append("  ")
                .append(messages.text("cli.not-seen", views.isEmpty() ? reason : views + ": " + reason))
                .append('\n'));
        return text.toString();
    }

    /** Each reason once, with the views it holds for. */
    private static Map<String, String> unseen(Verdict verdict, Messages messages) {
        Map<String, String> views = new LinkedHashMap<>();
        verdict.incomplete().stream().map(Unseen::of).forEach(
                unseen -> views.merge(unseen.said(messages), unseen.view(),
                        (some, one) -> some + ", " + one));
        return views;
    }

    private static String colour(Verdict.Level level) {
        return switch (level) {
            case COMPROMISED -> "\u001B[31m";
            case SUSPICIOUS -> "\u001B[33m";
            case INCOMPLETE -> "\u001B[36m";
            case CLEAN -> "\u001B[32m";
        };
    }
}
