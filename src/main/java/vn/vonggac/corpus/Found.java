package vn.vonggac.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search found: how many were counted and whether there are more, this stretch of them, how many of those counted
 * there are of each value of each facet, and how far back the index reaches.
 */
public record Found(long total, boolean more, List<Hit> hits, Map<Facet, List<Count>> counts,
        Optional<Instant> reach) {

    static final Found NOTHING = new Found(0, false, List.of(), Map.of(), Optional.empty());

    public Found {
        hits = List.copyOf(hits);
        counts = Map.copyOf(counts);
    }

    /** So many hits have this value. */
    public record Count(String value, int hits) {}

    /**
     * A page version that matched, with the words around the match; {@code likeness} to the page that was asked for
     * where it was found by another.
     */
    public record Hit(String id, long portal, String url, List<String> views, String title, Instant seenFrom,
            Instant seenTo, boolean stillThere, String verdict, List<Piece> snippet,
            Optional<Double> likeness) {

        public Hit {
            snippet = List.copyOf(snippet);
            views = List.copyOf(views);
        }

        /** The snippet as plain text. */
        public String text() {
            StringBuilder text = new StringBuilder();
            snippet.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }
    }

    /** A stretch of a snippet, marked where it matched. It is text from a stranger: never markup. */
    public record Piece(String text, boolean marked) {}
}
