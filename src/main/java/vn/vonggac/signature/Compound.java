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

    private Compound() {}

    static Query withWrittenTogether(Query query) {
        return switch (query) {
            case BooleanQuery all -> everyClause(all);
            case MultiPhraseQuery phrase when phrase.getSlop() == 0 -> either(phrase, phrase.getTermArrays());
            case PhraseQuery phrase when phrase.getSlop() == 0 -> either(phrase, single(phrase.getTerms()));
            default -> query;
        };
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
        for (String word : together(places)) {
            if (word.length() >= SHORTEST && word.codePoints().allMatch(Compound::spaced)) {
                either.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD);
                any = true;
            }
        }
        return any ? either.build() : phrase;
    }

    /** The words as the query has them, without marks, and to be found with any. */
    private static Set<String> together(Term[][] places) {
        StringBuilder written = new StringBuilder();
        StringBuilder bare = new StringBuilder();
        boolean any = false;
        boolean loose = true;
        for (Term[] place : places) {
            String word = place[0].text();
            written.append(word);
            for (int i = 0; i < word.length(); i++) {
                bare.append(Letters.strip(word.charAt(i)));
            }
            loose &= place.length > 1;
            any |= place.length > 1 && place[1].text().charAt(0) == Words.ANY;
        }
        Set<String> words = new LinkedHashSet<>(Set.of(written.toString()));
        if (loose) {
            words.add(bare.toString());
        }
        if (loose && any) {
            words.add(Words.ANY + bare.toString());
        }
        return words;
    }

    private static boolean spaced(int letter) {
        return letter < 128 || letter == Words.ANY || letter != Letters.strip((char) letter);
    }
}
