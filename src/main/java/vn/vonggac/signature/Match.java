package vn.vonggac.signature;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.signature.PageWords.Part;

/** Where a signature matched, from which letter of a part's text to which. */
record Match(Signature signature, Part part, int from, int to) {

    private static final int LONGEST_SENTENCE = 500;
    /** With fewer words around what matched, an example would take the signature's own words from it. */
    private static final int FEWEST_AROUND = 3;

    Hit hit() {
        return new Hit(signature.id(), signature.topic(), signature.about(), signature.weight(), part.field(),
                part.place(), part.at() + from, quote(), part.hidden(),
                Quotation.around(part.text(), from, to));
    }

    private String quote() {
        return part.text().substring(from, to);
    }

    /** The sentence it stands in as an example that must not match; empty where there is hardly more than what matched. */
    Optional<Miss> miss() {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(part.text());
        int start = from == 0 ? 0 : sentences.preceding(Math.min(from + 1, part.text().length()));
        int end = to == 0 ? 0 : sentences.following(to - 1);
        String sentence = part.text().substring(Math.max(0, start), end < 0 ? part.text().length() : end)
                .strip();
        boolean narrow = Misses.words(sentence).size() >= Misses.words(quote()).size() + FEWEST_AROUND;
        return narrow && sentence.length() <= LONGEST_SENTENCE
                ? Optional.of(new Miss(signature.id(), sentence, ""))
                : Optional.empty();
    }
}
