package vn.vonggac.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.Block;
import vn.vonggac.page.Change;
import vn.vonggac.page.Edit;
import vn.vonggac.page.Parts;
import vn.vonggac.page.Row;

/** A change in lines that a reviewer reads: + what came, - what went, ~ what was edited. */
final class ChangeText {

    private static final int MOST_LINES = 12;
    private static final int LONGEST = 160;

    private final Messages messages;

    ChangeText(Messages messages) {
        this.messages = messages;
    }

    void print(Changes.Step step, PrintWriter out) {
        Change change = step.change();
        out.printf("%n%s/%s  %s -> %s  %s%n", step.portal(), step.page(), step.before(), step.at(),
                word(change));
        out.println("  " + measures(change));
        if (!change.titleBefore().equals(change.titleAfter())) {
            line(out, messages.text("cli.changes.title"),
                    change.titleBefore() + " => " + change.titleAfter());
        }
        if (!change.newHosts().isEmpty()) {
            line(out, messages.text("cli.changes.hosts"), String.join(", ", change.newHosts()));
        }
        lines(out, change.rows().stream().map(this::row).toList());
        lines(out, parts("+", change.appeared(), change.newOnPortal()));
        lines(out, parts("-", change.disappeared(), Parts.NONE));
    }

    String word(Change change) {
        return messages.text("cli.changes.kind." + Slug.of(change.kind()));
    }

    String measures(Change change) {
        return messages.text("cli.changes.measures",
                String.format(Locale.ROOT, "%.0f%%", 100 * change.survival()),
                change.stableBlocks(), String.format(Locale.ROOT, "%.2f", change.templateDistance()),
                String.format(Locale.ROOT, "%.2f", change.sizeRatio()), change.moved().size());
    }

    String hidden(Block block) {
        return block.hidden().map(reason -> messages.text("cli.changes.hidden-by." + Slug.of(reason)))
                .map(how -> " (" + messages.text("cli.changes.hidden", how) + ")").orElse("");
    }

    private String row(Row row) {
        if (!row.parts().isEmpty()) {
            return "~ " + words(row.parts());
        }
        return row.after().map(block -> "+ " + text(block))
                .orElseGet(() -> "- " + row.before().map(this::text).orElse(""));
    }

    private String text(Block block) {
        return block.text() + hidden(block);
    }

    private static String words(List<Edit.Part> parts) {
        StringBuilder words = new StringBuilder();
        for (Edit.Part part : parts) {
            words.append(switch (part.fate()) {
                case KEPT -> part.text().length() > LONGEST / 4
                        ? part.text().substring(0, LONGEST / 8) + " ... "
                                + part.text().substring(part.text().length() - LONGEST / 8)
                        : part.text();
                case ADDED -> "{+" + part.text() + "+}";
                case REMOVED -> "[-" + part.text() + "-]";
            }).append(' ');
        }
        return words.toString();
    }

    /** Links, scripts, frames, forms and meta elements, with a star at what the whole portal never had. */
    static List<String> parts(String sign, Parts parts, Parts never) {
        List<String> lines = new ArrayList<>();
        parts.links().forEach(link -> lines.add(sign + star(never.links().contains(link)) + "link "
                + link.target() + "  " + link.text()));
        parts.scripts().forEach(script -> lines.add(sign + star(never.scripts().contains(script)) + "script "
                + (script.source().isEmpty() ? script.text() : script.source())));
        parts.frames().forEach(frame -> lines.add(sign + star(never.frames().contains(frame)) + "frame "
                + frame.source() + frame.document()));
        parts.forms().forEach(form -> lines.add(sign + star(never.forms().contains(form)) + "form "
                + form.method() + " " + form.action()));
        parts.metas().forEach(meta -> lines.add(sign + star(never.metas().contains(meta)) + "meta "
                + meta.name() + "=" + meta.content()));
        return lines;
    }

    private static String star(boolean never) {
        return never ? "* " : " ";
    }

    private void lines(PrintWriter out, List<String> lines) {
        Stream<String> shown = lines.stream().limit(MOST_LINES);
        shown.forEach(line -> out.println("  " + Inert.text(Inert.cut(line, LONGEST))));
        if (lines.size() > MOST_LINES) {
            out.println("  " + messages.text("cli.changes.more", lines.size() - MOST_LINES));
        }
    }

    private static void line(PrintWriter out, String name, String text) {
        out.println("  " + name + ": " + Inert.text(Inert.cut(text, 2 * LONGEST)));
    }
}
