package vn.vonggac.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a search found: how many in all, this stretch of them, and how far back the index reaches. */
public record Found(long total, List<Hit> hits, Optional<Instant> reach) {

    public Found {
        hits = List.copyOf(hits);
    }

    /** A page version that matched, with the words around the match. */
    public record Hit(long portal, String url, String view, String title, Instant seenFrom, Instant seenTo,
            boolean stillThere, String verdict, List<Piece> snippet) {

        public Hit {
            snippet = List.copyOf(snippet);
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
