package vn.vonggac.signature;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Lets a phrase also find its words written together, as in host names, hash tags and spaced-out letters. */
final class Compound {

    /** Shorter ones are words of other languages too: {@code lo de} is Italian's {@code lode}. */
    private static final int SHORTEST = 6;
    private static final int SHORTEST_MARKED = 4;

    private Compound() {}

    static Query withWrittenTogether(Query query) {
        return switch (query) {
            case BooleanQuery all -> everyClause(all);
            case MultiPhraseQuery phrase when phrase.getSlop() == 0 -> either(phrase, phrase.getTermArrays());
            case PhraseQuery phrase when phrase.getSlop() == 0 -> either(phrase, single(phrase.getTerms()));
            default -> query;
        };
    }

    /** The words of a phrase as one: as written, without marks, and to be found with any; none that is short. */
    static Set<String> together(String words, boolean loose) {
        StringBuilder written = new StringBuilder();
        StringBuilder bare = new StringBuilder();
        boolean any = false;
        for (String word : words.strip().split(" ")) {
            written.append(word);
            String folded = folded(word);
            bare.append(folded);
            any |= folded.equals(word);
        }
        Set<String> found = new LinkedHashSet<>();
        boolean marked = !bare.toString().contentEquals(written);
        if (!written.chars().allMatch(Compound::spaced)) {
            return found;
        }
        if (written.length() >= (marked ? SHORTEST_MARKED : SHORTEST)) {
            found.add(written.toString());
        }
        if (loose && written.length() >= SHORTEST) {
            found.add(bare.toString());
        }
        if (loose && any && written.length() >= SHORTEST) {
            found.add(Words.ANY + bare.toString());
        }
        return found;
    }

    private static String folded(String word) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            folded.append(Letters.strip(word.charAt(i)));
        }
        return folded.toString();
    }

    private static Query everyClause(BooleanQuery all) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
        for (BooleanClause clause : all.clauses()) {
            builder.add(withWrittenTogether(clause.query()), clause.occur());
        }
        return builder.build();
    }

    private static Term[][] single(Term[] terms) {
        Term[][] places = new Term[terms.length][];
        for (int i = 0; i < terms.length; i++) {
            places[i] = new Term[]{terms[i]};
        }
        return places;
    }

    private static Query either(Query phrase, Term[][] places) {
        String field = places[0][0].field();
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(phrase, BooleanClause.Occur.SHOULD);
        boolean any = false;
        for (String word : together(words(places), loose(places))) {
            either.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD);
            any = true;
        }
        return any ? either.build() : phrase;
    }

    private static boolean loose(Term[][] places) {
        for (Term[] place : places) {
            if (place.length == 1) {
                return false;
            }
        }
        return true;
    }

    /** The phrase's words from its terms, which are words or pairs of neighbours. */
    private static String words(Term[][] places) {
        StringBuilder words = new StringBuilder(places[0][0].text());
        for (int i = 1; i < places.length; i++) {
            String term = places[i][0].text();
            words.append(' ').append(term.substring(term.indexOf(Words.PAIR) + 1));
        }
        return words.toString();
    }

    private static boolean spaced(int letter) {
        return letter < 128 || letter != Letters.strip((char) letter);
    }
}
