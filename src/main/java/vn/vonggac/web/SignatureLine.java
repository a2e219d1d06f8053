package vn.vonggac.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.corpus.SignatureHunt;
import vn.vonggac.signature.Signature;

/**
 * A signature in force, what it found in all that had been read before it, and the sentences that people said are no
 * hit, here and in files that an operator wrote.
 */
public record SignatureLine(Signature signature, Optional<SignatureHunt> hunt, List<String> said,
        List<String> written) {

    public SignatureLine {
        said = List.copyOf(said);
        written = List.copyOf(written);
    }

    public int misses() {
        return said.size() + written.size();
    }

    /** Whether these words, in lower case, stand in what a reader sees of it. */
    boolean says(String words) {
        return Stream.of(List.of(signature.id(), signature.query()), said, written).flatMap(List::stream)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }

    public Instant huntedAt() {
        return hunt.map(SignatureHunt::huntedAt).orElse(Instant.EPOCH);
    }

    public boolean found() {
        return hunt.filter(done -> done.pages() > 0).isPresent();
    }

    /** Where its hits of today are listed; a query that is too long for that page has none. */
    public Optional<String> link() {
        return Optional.of(signature.query()).filter(query -> query.length() <= Searches.LONGEST)
                .map(query -> "/search/hunt?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
