package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line of a page then and now, side by side; for a block that was edited the words of both. */
public record Row(Optional<Block> before, Optional<Block> after, List<Edit.Part> parts) {

    public Row {
        parts = List.copyOf(parts);
    }

    /** In the order of the page as it is now, and what is gone where it stood. */
    static List<Row> of(Change change) {
        List<Row> rows = new ArrayList<>();
        Set<Block> edited = new HashSet<>();
        for (Edit edit : change.edits()) {
            edited.add(edit.before());
            edited.add(edit.after());
            rows.add(new Row(Optional.of(edit.before()), Optional.of(edit.after()), edit.parts()));
        }
        change.removed().stream().filter(block -> !edited.contains(block))
                .map(block -> new Row(Optional.of(block), Optional.empty(), List.of())).forEach(rows::add);
        change.added().stream().filter(block -> !edited.contains(block))
                .map(block -> new Row(Optional.empty(), Optional.of(block), List.of())).forEach(rows::add);
        rows.sort(Comparator.comparingInt(Row::line));
        return rows;
    }

    private int line() {
        return after.or(() -> before).map(block -> block.place().line()).orElse(0);
    }
}
