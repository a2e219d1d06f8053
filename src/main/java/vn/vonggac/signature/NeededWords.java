package vn.vonggac.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Leaves to the monitor only the queries all of whose needed words stand on the page. The filters of Lucene ask for one
 * word of each, which in Vietnamese, of few distinct syllables, most pages have: {@code src/changes/signatures.tsv}.
 */
final class NeededWords extends Presearcher {

    private static final String NUMBER = "number";

    private final Map<String, Map<BytesRef, Integer>> words = new HashMap<>();
    private final List<Need> needs = new ArrayList<>();
    /** By the number of a word, which queries are worth a look where it stands. */
    private final List<BitSet> worthALook = new ArrayList<>();
    private final BitSet always = new BitSet();

    /** What must stand on a page for a query to match. */
    private sealed interface Need {

        /** Of which nothing is known beforehand. */
        Need NONE = new All(List.of());

        boolean metBy(BitSet page);

        /** Few words of which at least one stands on every page that meets it; nothing where none can be named. */
        Optional<BitSet> signs();

        record Word(int number) implements Need {
            @Override
            public Optional<BitSet> signs() {
                BitSet only = new BitSet();
                only.set(number);
                return Optional.of(only);
            }

            @Override
            public boolean metBy(BitSet page) {
                return page.get(number);
            }
        }

        record All(List<Need> parts) implements Need {
            @Override
            public Optional<BitSet> signs() {
                return parts.stream().map(Need::signs).flatMap(Optional::stream)
                        .min(Comparator.comparingInt(BitSet::cardinality));
            }

            @Override
            public boolean metBy(BitSet page) {
                for (Need part : parts) {
                    if (!part.metBy(page)) {
                        return false;
                    }
                }
                return true;
            }
        }

        record Any(List<Need> parts) implements Need {
            @Override
            public Optional<BitSet> signs() {
                BitSet all = new BitSet();
                for (Need part : parts) {
                    Optional<BitSet> some = part.signs();
                    if (some.isEmpty()) {
                        return some;
                    }
                    all.or(some.get());
                }
                return Optional.of(all);
            }

            @Override
            public boolean metBy(BitSet page) {
                for (Need part : parts) {
                    if (part.metBy(page)) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    @Override
    public Document indexQuery(Query query, Map<String, String> metadata) {
        Clauses clauses = new Clauses(true);
        query.visit(clauses);
        Document document = new Document();
        int number = needs.size();
        document.add(new NumericDocValuesField(NUMBER, number));
        Need need = clauses.need();
        needs.add(need);
        need.signs().ifPresentOrElse(
                signs -> signs.stream().forEach(word -> worthALook.get(word).set(number)),
                () -> always.set(number));
        return document;
    }

    @Override
    public Query buildQuery(LeafReader page, BiPredicate<String, BytesRef> accepted) {
        BitSet there = wordsOf(page);
        BitSet asked = (BitSet) always.clone();
        there.stream().forEach(word -> asked.or(worthALook.get(word)));
        return NumericDocValuesField.newSlowSetQuery(NUMBER,
                asked.stream().filter(number -> needs.get(number).metBy(there)).asLongStream().toArray());
    }

    private BitSet wordsOf(LeafReader page) {
        BitSet there = new BitSet();
        try {
            for (Map.Entry<String, Map<BytesRef, Integer>> field : words.entrySet()) {
                Terms terms = page.terms(field.getKey());
                if (terms != null) {
                    mark(terms.iterator(), field.getValue(), there);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return there;
    }

    private static void mark(TermsEnum terms, Map<BytesRef, Integer> numbers, BitSet there)
            throws IOException {
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            Integer number = numbers.get(term);
            if (number != null) {
                there.set(number);
            }
        }
    }

    private int number(Term term) {
        return words.computeIfAbsent(term.field(), field -> new HashMap<>())
                .computeIfAbsent(BytesRef.deepCopyOf(term.bytes()), word -> newWord());
    }

    private int newWord() {
        worthALook.add(new BitSet());
        return worthALook.size() - 1;
    }

    /** The clauses of a query that are needed together, or of which one is enough. */
    private final class Clauses extends QueryVisitor {

        private final boolean together;
        private final List<Need> words = new ArrayList<>();
        private final List<Clauses> nested = new ArrayList<>();
        private boolean unknown;

        private Clauses(boolean together) {
            this.together = together;
        }

        private Need need() {
            List<Need> parts = new ArrayList<>(words);
            nested.stream().map(Clauses::need).forEach(parts::add);
            if (together) {
                parts.removeIf(Need.NONE::equals);
                return parts.size() == 1 ? parts.getFirst() : new Need.All(parts);
            }
            return unknown || parts.isEmpty() || parts.contains(Need.NONE) ? Need.NONE : new Need.Any(parts);
        }

        @Override
        public void consumeTerms(Query query, Term... terms) {
            for (Term term : terms) {
                words.add(new Need.Word(number(term)));
            }
        }

        @Override
        public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> pattern) {
            unknown = true;
        }

        @Override
        public void visitLeaf(Query query) {
            unknown = true;
        }

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            if (occur == Occur.MUST_NOT || occur == Occur.SHOULD && isOptional(parent)) {
                return EMPTY_VISITOR;
            }
            Clauses clauses = new Clauses(occur != Occur.SHOULD);
            nested.add(clauses);
            return clauses;
        }

        private static boolean isOptional(Query parent) {
            return parent instanceof BooleanQuery all && all.getMinimumNumberShouldMatch() == 0
                    && all.clauses().stream().anyMatch(BooleanClause::isRequired);
        }
    }
}
