package vn.vonggac.report;

import java.util.List;

/** A part of a report, before it is made HTML or PDF: words alone, no markup. */
sealed interface Block {

    /** The title of the whole. */
    record Title(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** Rows of as many cells; the head is empty where the first cell of each row names it. */
    record Table(List<String> head, List<List<String>> rows) implements Block {

        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        int columns() {
            return Math.max(head.size(), rows.stream().mapToInt(List::size).max().orElse(0));
        }
    }
}
