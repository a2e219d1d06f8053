package vn.vonggac.report;

import java.time.Instant;
import java.util.List;

/**
 * Bytes that stand in an evidence file: of which page and view, when they were seen, before or during the incident,
 * and whether they are in it ({@code kept}) or why not.
 */
record KeptBytes(String hash, String page, String view, Instant at, String when, String state) {

    static String table(List<KeptBytes> kept) {
        StringBuilder table = new StringBuilder("sha256\tview\tseen\twhen\tstate\tpage\n");
        kept.forEach(copy -> table.append(String.join("\t", copy.hash(), copy.view(), copy.at().toString(),
                copy.when(), copy.state(), copy.page().replaceAll("\\s", " "))).append('\n'));
        return table.toString();
    }
}
