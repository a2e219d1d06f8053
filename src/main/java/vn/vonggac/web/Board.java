package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page that a package below adds to the desk: a sentence or two, and a table that keeps itself up to date; {@code help}
 * is the key of what it is.
 */
public record Board(String title, String help, List<String> lead, List<String> columns,
        List<List<Cell>> rows) {

    public Board {
        lead = List.copyOf(lead);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * What stands in a place of the table.
     *
     * @param symbol and {@code tone} how it is marked; both empty for words alone
     * @param at the moment it speaks of, told after the words
     * @param link where it leads; empty for nowhere
     */
    public record Cell(String text, String symbol, String tone, Optional<Instant> at, String link) {

        public static Cell words(String text) {
            return new Cell(text, "", "", Optional.empty(), "");
        }

        public static Cell at(Instant moment) {
            return new Cell("", "", "", Optional.of(moment), "");
        }

        public static Cell marked(String text, String symbol, String tone) {
            return new Cell(text, symbol, tone, Optional.empty(), "");
        }

        public Cell to(String address) {
            return new Cell(text, symbol, tone, at, address);
        }
    }

    /** Its place in the menu; {@code label} is the key of its words. */
    public record Entry(String path, String icon, String label) {}
}
