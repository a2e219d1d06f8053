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

    boolean holds(String term) {
        return everything || terms.contains(term) || fits(term);
    }

    boolean holds(char[] letters, int from, int length) {
        return everything || terms.contains(letters, from, length)
                || !patterns.isEmpty() && fits(new String(letters, from, length));
    }

    private boolean fits(String term) {
        BytesRef bytes = new BytesRef(term);
        return patterns.stream().anyMatch(pattern -> pattern.run(bytes.bytes, 0, bytes.length));
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
                        terms.add(term.text());
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
