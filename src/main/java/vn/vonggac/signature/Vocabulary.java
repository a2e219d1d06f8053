package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** The terms somebody asks for in one field; all of them where that is not known. */
final class Vocabulary {

    static final Vocabulary EVERYTHING = new Vocabulary(true, Set.of(), List.of());

    private final boolean everything;
    private final boolean markers;
    private final Terms terms;
    private final Terms beginnings;
    private final List<ByteRunAutomaton> patterns;

    private Vocabulary(boolean everything, Set<String> terms, List<ByteRunAutomaton> patterns) {
        this.everything = everything;
        this.patterns = patterns;
        this.markers = everything || !patterns.isEmpty()
                || terms.stream().anyMatch(term -> term.indexOf(Words.MARKER) >= 0);
        this.terms = new Terms(terms);
        this.beginnings = new Terms(terms.stream().filter(term -> term.indexOf(Words.PAIR) > 0)
                .map(term -> term.substring(0, term.indexOf(Words.PAIR))).toList());
    }

    /** What these queries ask of a field. */
    static Vocabulary of(List<Query> queries, String field) {
        Collector collector = new Collector(field);
        queries.forEach(query -> query.visit(collector));
        return new Vocabulary(false, collector.terms, collector.patterns);
    }

    boolean isEmpty() {
        return terms.isEmpty() && patterns.isEmpty();
    }

    /** Whether any marker of a kind of name is asked for. */
    boolean asksMarkers() {
        return markers;
    }

    /** False for the hash of a word that begins no pair that is asked for. */
    boolean mayBegin(int hash) {
        return everything || beginnings.mayHold(hash);
    }

    /** Whether the word begins a pair that is asked for. */
    boolean begins(int hash, char[] letters, int from, int length) {
        return everything || beginnings.holds(hash, letters, from, length);
    }

    /** False for the hash of a word that nobody asks for. */
    boolean mayHold(int hash) {
        return everything || terms.mayHold(hash) || !patterns.isEmpty();
    }

    boolean holds(int hash, char[] letters, int from, int length) {
        return everything || terms.holds(hash, letters, from, length)
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

    private static final class Collector extends QueryVisitor {

        private final String field;
        private final Set<String> terms = new HashSet<>();
        private final List<ByteRunAutomaton> patterns = new ArrayList<>();

        private Collector(String field) {
            this.field = field;
        }

        @Override
        public boolean acceptField(String asked) {
            return asked.equals(field);
        }

        @Override
        public void consumeTerms(Query query, Term... asked) {
            for (Term term : asked) {
                if (acceptField(term.field())) {
                    terms.add(term.text());
                }
            }
        }

        @Override
        public void consumeTermsMatching(Query query, String asked, Supplier<ByteRunAutomaton> pattern) {
            if (acceptField(asked)) {
                patterns.add(pattern.get());
            }
        }

        @Override
        public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this;
        }
    }
}
