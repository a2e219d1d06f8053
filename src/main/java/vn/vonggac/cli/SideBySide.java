package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.Block;
import vn.vonggac.page.Change;
import vn.vonggac.page.Edit;
import vn.vonggac.page.Parts;
import vn.vonggac.page.Row;

/**
 * One file that shows changes side by side in a browser. It loads nothing and runs nothing: no script, no picture,
 * no link of a page, and a policy that forbids them.
 */
final class SideBySide implements AutoCloseable {

    private static final int LONGEST = 2_000;
    private static final int MOST_ROWS = 200;
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            :root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem}
            summary{cursor:pointer;padding:.3rem 0}summary b{margin-right:.5rem}
            table{border-collapse:collapse;width:100%%;table-layout:fixed}
            th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border:1px solid #8886;
            overflow-wrap:anywhere}del{background:#d3353533}ins{background:#2b8a3e33;text-decoration:none;font-weight:600}
            small{display:block;opacity:.65}.replaced b,.structural b{color:#d33535}.volatile b{opacity:.6}
            </style></head><body><h1>%s</h1><p>%s</p>
            """;

    private final Messages messages;
    private final ChangeText text;
    private final PrintWriter out;

    SideBySide(Path file, Messages messages) throws IOException {
        this.messages = messages;
        text = new ChangeText(messages);
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        String heading = Inert.html(messages.text("cli.changes.heading"));
        out.printf(HEAD, messages.locale().toLanguageTag(), heading, heading,
                Inert.html(messages.text("cli.changes.star")));
    }

    void add(Changes.Step step) {
        Change change = step.change();
        String kind = Slug.of(change.kind());
        out.printf("<details class=\"%s\"><summary><b>%s</b> %s/%s %s → %s <small>%s</small></summary>%n",
                kind,
                Inert.html(text.word(change)), Inert.html(step.portal()), Inert.html(step.page()),
                step.before(), step.at(),
                Inert.html(text.measures(change)));
        out.printf("<table><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead><tbody>",
                Inert.html(messages.text("cli.changes.before")),
                Inert.html(messages.text("cli.changes.now")));
        if (!change.titleBefore().equals(change.titleAfter())) {
            row("<del>" + shown(change.titleBefore()) + "</del>",
                    "<ins>" + shown(change.titleAfter()) + "</ins>",
                    messages.text("cli.changes.title"));
        }
        change.rows().stream().limit(MOST_ROWS).forEach(this::row);
        parts(change);
        out.println("</tbody></table></details>");
    }

    private void parts(Change change) {
        ChangeText.parts("-", change.disappeared(), Parts.NONE).stream().limit(MOST_ROWS)
                .forEach(line -> row("<del>" + shown(line) + "</del>", "", ""));
        ChangeText.parts("+", change.appeared(), change.newOnPortal()).stream().limit(MOST_ROWS)
                .forEach(line -> row("", "<ins>" + shown(line) + "</ins>", ""));
    }

    private void row(Row row) {
        String place = row.after().or(row::before).map(this::place).orElse("");
        if (row.parts().isEmpty()) {
            row(row.before().map(block -> "<del>" + shown(block.text()) + "</del>").orElse(""),
                    row.after().map(block -> "<ins>" + shown(block.text()) + "</ins>").orElse(""), place);
        } else {
            row(words(row.parts(), Edit.Fate.REMOVED, "del"), words(row.parts(), Edit.Fate.ADDED, "ins"),
                    place);
        }
    }

    private String place(Block block) {
        return block.place().describe() + text.hidden(block);
    }

    /** One side of an edit: the words that were kept, and those of this side marked. */
    private static String words(List<Edit.Part> parts, Edit.Fate fate, String mark) {
        StringBuilder words = new StringBuilder();
        for (Edit.Part part : parts) {
            if (part.fate() == fate) {
                words.append('<').append(mark).append('>').append(shown(part.text())).append("</")
                        .append(mark)
                        .append("> ");
            } else if (part.fate() == Edit.Fate.KEPT) {
                words.append(shown(part.text())).append(' ');
            }
        }
        return words.toString();
    }

    private void row(String before, String after, String place) {
        String where = Optional.of(place).filter(text -> !text.isEmpty())
                .map(text -> "<small>" + Inert.html(text) + "</small>").orElse("");
        out.printf("<tr><td>%s%s</td><td>%s%s</td></tr>%n", before, before.isEmpty() ? "" : where, after,
                after.isEmpty() ? "" : where);
    }

    private static String shown(String text) {
        return Inert.html(Inert.cut(text, LONGEST));
    }

    @Override
    public void close() throws IOException {
        out.println("</body></html>");
        boolean failed = out.checkError();
        out.close();
        if (failed) {
            throw new IOException("the side-by-side file could not be written");
        }
    }
}
