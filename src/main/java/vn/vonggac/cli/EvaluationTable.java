package vn.vonggac.cli;

import java.util.Locale;

/** An evaluation as a table for people. */
final class EvaluationTable {

    private EvaluationTable() {}

    static String of(Evaluation evaluation) {
        StringBuilder table = new StringBuilder();
        line(table, "%d pages, %.1f a second, %d incomplete", evaluation.pages(), evaluation.pagesPerSecond(),
                evaluation.incomplete());
        line(table, "%-12s %7s %8s", "", "flagged", "silent");
        line(table, "%-12s %7d %8d   recall %.4f, precision %.4f", "compromised",
                evaluation.compromised().flagged(),
                evaluation.compromised().n() - evaluation.compromised().flagged(),
                evaluation.compromised().recall(),
                evaluation.precision());
        line(table, "%-12s %7d %8d   false-positive rate %.4f", "clean", evaluation.clean().flagged(),
                evaluation.clean().n() - evaluation.clean().flagged(), evaluation.clean().fpr());
        line(table, "%n%-32s %7s %8s %7s", "category", "pages", "flagged", "share");
        evaluation.byCategory()
                .forEach((category, count) -> line(table, "%-32s %7d %8d %7.4f", category, count.n(),
                        count.flagged(), (double) count.flagged() / count.n()));
        line(table, "%n%-32s %12s %8s", "detector", "compromised", "clean");
        evaluation.byDetector().forEach(
                (id, share) -> line(table, "%-32s %12d %8d", id, share.compromised(), share.clean()));
        evaluation.errors()
                .forEach(wrong -> line(table, "wrong: %s (%s) judged %s, %.3f", wrong.file(), wrong.label(),
                        wrong.verdict(), wrong.score()));
        return table.toString();
    }

    private static void line(StringBuilder table, String pattern, Object... values) {
        table.append(String.format(Locale.ROOT, pattern + "%n", values));
    }
}
