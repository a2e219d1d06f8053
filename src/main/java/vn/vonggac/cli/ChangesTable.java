package vn.vonggac.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.Change;

/** How many changes of each kind the pages had. */
final class ChangesTable {

    private static final List<Change.Kind> USUAL = List.of(Change.Kind.VOLATILE, Change.Kind.EDITORIAL);
    private static final int KINDS = Change.Kind.values().length;

    /** By page: pairs with the same bytes first, then those of each kind. */
    private final Map<String, int[]> pages = new LinkedHashMap<>();

    private final Messages messages;

    ChangesTable(Messages messages) {
        this.messages = messages;
    }

    void add(Changes.Step step) {
        int column = step.found().map(change -> 1 + change.kind().ordinal()).orElse(0);
        pages.computeIfAbsent(step.portal() + "/" + step.page(), page -> new int[KINDS + 1])[column]++;
    }

    void print(PrintWriter out) {
        String kinds = Arrays.stream(Change.Kind.values())
                .map(kind -> String.format("%13s",
                        messages.text("cli.changes.kind." + Slug.of(kind))))
                .collect(Collectors.joining());
        out.printf("%n%13s%s%n", messages.text("cli.changes.same-bytes"), kinds);
        pages.forEach((page, counts) -> out.println(line(counts) + "  " + page));
        int[] all = new int[KINDS + 1];
        pages.values().forEach(counts -> Arrays.setAll(all, i -> all[i] + counts[i]));
        out.println(line(all));
        int changed = Arrays.stream(all, 2, all.length).sum();
        int usual = USUAL.stream().mapToInt(kind -> all[1 + kind.ordinal()]).sum();
        String share = String.format(Locale.ROOT, "%.2f%%", changed == 0 ? 100 : 100.0 * usual / changed);
        out.println(messages.text("cli.changes.total", String.valueOf(Arrays.stream(all).sum()),
                String.valueOf(changed), share));
    }

    private static String line(int[] counts) {
        return Arrays.stream(counts, 1, counts.length).mapToObj(count -> String.format("%13d", count))
                .collect(Collectors.joining("", String.format("%13d", counts[0]), ""));
    }
}
