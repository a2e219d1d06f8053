package vn.vonggac.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the lines of one table, whatever their order: a line waits until the one it hangs on is there. */
abstract class TableImport<T> {

    private final List<BadCell> problems = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    private int added;
    private int changed;
    private int unchanged;

    /** What makes a line the same as another, or as what is kept already. */
    abstract String key(Table.Row row);

    /** The column that names what makes it the same. */
    abstract String keyColumn();

    /** The keys of other lines that have to be there first. */
    abstract List<String> hangsOn(Table.Row row);

    abstract Optional<T> kept(Table.Row row);

    abstract Outcome<T> add(Table.Row row);

    abstract Outcome<T> change(T kept, Table.Row row);

    Imported take(List<Table.Row> rows) {
        Map<String, Table.Row> waiting = new LinkedHashMap<>();
        rows.forEach(row -> wait(row, waiting));
        while (!waiting.isEmpty()) {
            List<Map.Entry<String, Table.Row>> ready = waiting.entrySet().stream()
                    .filter(entry -> hangsOn(entry.getValue()).stream()
                            .noneMatch(other -> !other.equals(entry.getKey()) && waiting.containsKey(other)))
                    .map(Map.Entry::copyOf).toList();
            // what hangs on itself by way of others is tried as it is, and refused with its reason
            List<Map.Entry<String, Table.Row>> now = ready.isEmpty()
                    ? List.copyOf(waiting.entrySet())
                    : ready;
            now.forEach(entry -> take(entry.getValue()));
            now.stream().map(Map.Entry::getKey).toList().forEach(waiting::remove);
        }
        problems.sort(Comparator.comparingLong(BadCell::line));
        return problems.isEmpty()
                ? new Imported.Taken(added, changed, unchanged)
                : new Imported.Refused(problems);
    }

    private void wait(Table.Row row, Map<String, Table.Row> waiting) {
        String key = key(row);
        Long before = seen.putIfAbsent(key, row.line());
        if (before != null && !key.isEmpty()) {
            problems.add(new BadCell(row.line(),
                    new Problem(keyColumn(), "portal.problem.row-twice", List.of(before))));
        } else {
            waiting.put(key.isEmpty() ? "line " + row.line() : key, row);
        }
    }

    private void take(Table.Row row) {
        Optional<T> kept = kept(row);
        Outcome<T> outcome = kept.map(old -> change(old, row)).orElseGet(() -> add(row));
        switch (outcome) {
            case Outcome.Saved<T>(T value) -> count(kept, value);
            case Outcome.Rejected<T>(List<Problem> found) ->
                found.forEach(problem -> problems.add(new BadCell(row.line(), problem)));
            case Outcome.Absent<T>(),Outcome.Stale<T>() -> problems
                    .add(new BadCell(row.line(), new Problem("", "portal.problem.not-yours", List.of())));
        }
    }

    private void count(Optional<T> kept, T value) {
        if (kept.isEmpty()) {
            added++;
        } else if (kept.get().equals(value)) {
            unchanged++;
        } else {
            changed++;
        }
    }
}
