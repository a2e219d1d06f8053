package vn.vonggac.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.standard.StandardQueryParser;
import org.apache.lucene.queryparser.flexible.standard.builders.StandardQueryTreeBuilder;
import org.apache.lucene.queryparser.flexible.standard.config.PointsConfig;
import org.apache.lucene.queryparser.flexible.standard.config.StandardQueryConfigHandler.Operator;
import org.apache.lucene.queryparser.flexible.standard.nodes.IntervalQueryNode;
import org.apache.lucene.search.Query;
import vn.vonggac.signature.Words.Mode;

/**
 * How text becomes words, for signatures and for searches alike. A word written with Vietnamese marks in a query
 * finds the word with those marks or with none at all; a word written bare finds it with any marks. So
 * {@code "số đề"} finds "số đề" and "so de" but not "số để", and {@code "so de"} finds all three;
 * {@code "=số =đề"} finds only what is written just so. Exact and folded
 * words stand at the same place of one field rather than in two fields, so that one phrase can mix them.
 */
public final class Analysis {

    /** The field that a query without a field name asks: title, text, hidden, anchor and meta at once. */
    public static final String WORDS = "words";

    private Analysis() {}

    /** Words of a page, with every way they can be read. */
    public static Analyzer analyzer() {
        return new WordAnalyzer(Mode.PROSE, false);
    }

    /** Words of an address or of a script. */
    public static Analyzer codeAnalyzer() {
        return new WordAnalyzer(Mode.CODE, false);
    }

    /**
     * Reads a query: Lucene's syntax with its interval functions, words joined by AND.
     *
     * @throws NotUnderstood saying what is wrong with it, and where
     */
    public static Query parse(String query) {
        return parse(query, Map.of());
    }

    /** The same where fields of these names hold numbers. */
    public static Query parse(String query, Map<String, PointsConfig> numbers) {
        return parse(query, numbers, false);
    }

    /** The same for signatures, which ask for pairs of words rather than for phrases: see {@link Words}. */
    static Query parse(String query, boolean pairs) {
        return parse(query, Map.of(), pairs);
    }

    private static Query parse(String query, Map<String, PointsConfig> numbers, boolean pairs) {
        Analyzer analyzer = new WordAnalyzer(Mode.QUERY, pairs);
        StandardQueryParser parser = new StandardQueryParser(analyzer);
        StandardQueryTreeBuilder builder = new StandardQueryTreeBuilder();
        builder.setBuilder(IntervalQueryNode.class, new Nearness(analyzer, pairs));
        parser.setQueryBuilder(builder);
        parser.setDefaultOperator(Operator.AND);
        parser.setAllowLeadingWildcard(true);
        parser.setPointsConfigMap(numbers);
        try {
            return Compound.withWrittenTogether(parser.parse(query, WORDS));
        } catch (QueryNodeException | RuntimeException e) {
            throw new NotUnderstood(query, e);
        }
    }

    /** The terms a text is found by, for tests and for explaining a search. */
    public static List<String> terms(String text) {
        Words words = new Words(Vocabulary.EVERYTHING, false);
        words.add(text, Mode.PROSE);
        List<String> terms = new ArrayList<>();
        for (int term = 0; term < words.count(); term++) {
            int from = words.from(term);
            terms.add(new String(words.letters(), from, words.to(term) - from));
        }
        return terms;
    }

    private static final class WordAnalyzer extends Analyzer {

        private final Mode mode;
        private final boolean pairs;

        private WordAnalyzer(Mode mode, boolean pairs) {
            this.mode = mode;
            this.pairs = pairs;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new WordTokenizer(mode, pairs));
        }
    }

    private static final class WordTokenizer extends Tokenizer {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Words words;
        private final Mode mode;
        private int next;
        private int last;

        private WordTokenizer(Mode mode, boolean pairs) {
            this.mode = mode;
            words = new Words(Vocabulary.EVERYTHING, pairs);
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            words.clear();
            words.add(readAll(), mode);
            next = 0;
            last = -1;
        }

        private String readAll() {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[8192];
            try {
                for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                    text.append(buffer, 0, read);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }

        @Override
        public boolean incrementToken() {
            if (next >= words.count()) {
                return false;
            }
            clearAttributes();
            int from = words.from(next);
            term.copyBuffer(words.letters(), from, words.to(next) - from);
            offset.setOffset(correctOffset(words.start(next)), correctOffset(words.end(next)));
            step.setPositionIncrement(words.position(next) - last);
            last = words.position(next++);
            return true;
        }
    }
}
