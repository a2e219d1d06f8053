package vn.vonggac.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.page.Change;

/** How many changes of each kind the pages had. */
final class ChangesTable {

    private static final List<Change.Kind> USUAL = List.of(Change.Kind.VOLATILE, Change.Kind.EDITORIAL);
    private static final int KINDS = Change.Kind.values().length;

    /** By page: pairs with the same bytes first, then those of each kind. */
    private final Map<String, int[]> pages = new LinkedHashMap<>();

    void add(Changes.Step step) {
        int column = step.found().map(change -> 1 + change.kind().ordinal()).orElse(0);
        pages.computeIfAbsent(step.portal() + "/" + step.page(), page -> new int[KINDS + 1])[column]++;
    }

    void print(PrintWriter out) {
        String kinds = Arrays.stream(Change.Kind.values())
                .map(kind -> String.format("%11s", kind.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        out.printf("%n%10s%s  page%n", "same bytes", kinds);
        pages.forEach((page, counts) -> out.println(line(counts) + "  " + page));
        int[] all = new int[KINDS + 1];
        pages.values().forEach(counts -> Arrays.setAll(all, i -> all[i] + counts[i]));
        out.println(line(all) + "  all");
        int changed = Arrays.stream(all, 2, all.length).sum();
        int usual = USUAL.stream().mapToInt(kind -> all[1 + kind.ordinal()]).sum();
        out.printf(Locale.ROOT, "%d pairs, %d changed, %.2f%% of them volatile or editorial%n",
                Arrays.stream(all).sum(), changed, changed == 0 ? 100 : 100.0 * usual / changed);
    }

    private static String line(int[] counts) {
        return Arrays.stream(counts, 1, counts.length).mapToObj(count -> String.format("%11d", count))
                .collect(Collectors.joining("", String.format("%10d", counts[0]), ""));
    }
}
