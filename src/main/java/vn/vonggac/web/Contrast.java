package vn.vonggac.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.page.Block;
import vn.vonggac.page.Row;

/**
 * One line of a page as it was, as a citizen saw it and as another view did. Where one of them has no row, it saw what
 * was there before.
 */
public record Contrast(Optional<Row> citizen, Optional<Row> other) {

    /** Both told of the same page as it was. */
    static List<Contrast> of(List<Row> citizen, List<Row> other) {
        Map<String, Row> theirs = byText(citizen);
        Map<String, Row> others = byText(other);
        Set<String> lines = new LinkedHashSet<>(others.keySet());
        lines.addAll(theirs.keySet());
        return lines.stream().map(line -> new Contrast(Optional.ofNullable(theirs.get(line)),
                Optional.ofNullable(others.get(line))))
                .sorted(Comparator.comparingInt(Contrast::line)).toList();
    }

    private static Map<String, Row> byText(List<Row> rows) {
        Map<String, Row> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.putIfAbsent(row.before().map(block -> "was " + block.text())
                .orElseGet(() -> "new " + row.after().map(Block::text).orElse("")), row));
        return lines;
    }

    /** What stood there. */
    public Optional<Block> before() {
        return other.or(() -> citizen).flatMap(Row::before);
    }

    private int line() {
        return Stream.of(other, citizen).flatMap(Optional::stream)
                .flatMap(row -> Stream.concat(row.after().stream(), row.before().stream()))
                .map(block -> block.place().line()).findFirst().orElse(0);
    }
}
