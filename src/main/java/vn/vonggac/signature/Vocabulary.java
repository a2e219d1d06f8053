package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** The terms somebody asks for in one field; all of them where that is not known. */
final class Vocabulary {

    static final Vocabulary EVERYTHING = new Vocabulary(true);

    private final boolean everything;
    private final CharArraySet terms = new CharArraySet(2048, false);
    private final CharArraySet beginnings = new CharArraySet(1024, false);
    private final List<ByteRunAutomaton> patterns = new ArrayList<>();

    private Vocabulary(boolean everything) {
        this.everything = everything;
    }

    /** What these queries ask of a field. */
    static Vocabulary of(List<Query> queries, String field) {
        Vocabulary vocabulary = new Vocabulary(false);
        queries.forEach(query -> query.visit(vocabulary.collector(field)));
        return vocabulary;
    }

    boolean isEmpty() {
        return terms.isEmpty() && patterns.isEmpty();
    }

    /** Whether the word begins a pair that is asked for. */
    boolean begins(char[] letters, int from, int length) {
        return everything || beginnings.contains(letters, from, length);
    }

    boolean holds(char[] letters, int from, int length) {
        return everything || terms.contains(letters, from, length)
                || !patterns.isEmpty() && fits(letters, from, length);
    }

    private boolean fits(char[] letters, int from, int length) {
        for (ByteRunAutomaton pattern : patterns) {
            if (plain(letters, from, length)
                    ? runs(pattern, letters, from, length)
                    : runs(pattern, new BytesRef(new String(letters, from, length)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean plain(char[] letters, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (letters[i] > 127) {
                return false;
            }
        }
        return true;
    }

    private static boolean runs(ByteRunAutomaton pattern, char[] letters, int from, int length) {
        int state = 0;
        for (int i = from; i < from + length && state >= 0; i++) {
            state = pattern.step(state, letters[i]);
        }
        return state >= 0 && pattern.isAccept(state);
    }

    private static boolean runs(ByteRunAutomaton pattern, BytesRef bytes) {
        return pattern.run(bytes.bytes, bytes.offset, bytes.length);
    }

    private void add(String term) {
        terms.add(term);
        int pair = term.indexOf(Words.PAIR);
        if (pair > 0) {
            beginnings.add(term.substring(0, pair));
        }
    }

    private QueryVisitor collector(String field) {
        return new QueryVisitor() {

            @Override
            public boolean acceptField(String asked) {
                return asked.equals(field);
            }

            @Override
            public void consumeTerms(Query query, Term... asked) {
                for (Term term : asked) {
                    if (acceptField(term.field())) {
                        add(term.text());
                    }
                }
            }

            @Override
            public void consumeTermsMatching(Query query, String asked,
                    java.util.function.Supplier<ByteRunAutomaton> pattern) {
                if (acceptField(asked)) {
                    patterns.add(pattern.get());
                }
            }

            @Override
            public QueryVisitor getSubVisitor(org.apache.lucene.search.BooleanClause.Occur occur,
                    Query parent) {
                return this;
            }
        };
    }
}
