package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.builders.StandardQueryBuilder;
import org.apache.lucene.queryparser.flexible.standard.nodes.IntervalQueryNode;
import org.apache.lucene.search.Query;

/**
 * Reads Lucene's interval functions itself: Lucene's own reading multiplies alternatives of several words out, and
 * two lists of a dozen phrases become hundreds of queries, more than it then accepts.
 */
final class Nearness implements StandardQueryBuilder {

    private static final Pattern PART = Pattern
            .compile("fn:(\\w+)\\(|\\)|\"((?:\\\\.|[^\"\\\\])*)\"|([^\\s()\"]+)");

    /** A pair stands at the place of its second word, so that its first one looks like a gap. */
    private static final int WITHIN_PAIRS = 2;

    private final Analyzer analyzer;
    private final boolean pairs;

    Nearness(Analyzer analyzer, boolean pairs) {
        this.analyzer = analyzer;
        this.pairs = pairs;
    }

    @Override
    public Query build(QueryNode node) {
        IntervalQueryNode interval = (IntervalQueryNode) node;
        String field = interval.getField().toString();
        String function = interval.toString();
        Matcher parts = PART.matcher(function.substring(function.indexOf("fn:")));
        if (!parts.find()) {
            throw new IllegalArgumentException("not an interval function: " + function);
        }
        return new IntervalQuery(field, source(parts));
    }

    private IntervalsSource source(Matcher parts) {
        if (parts.group(1) == null) {
            return text(parts.group(2) == null ? parts.group(3) : parts.group(2));
        }
        String function = parts.group(1);
        int number = switch (function) {
            case "maxgaps", "maxwidth" -> number(parts);
            default -> 0;
        };
        IntervalsSource[] sources = arguments(parts).toArray(IntervalsSource[]::new);
        return switch (function) {
            case "or" -> Intervals.or(false, List.of(sources));
            case "ordered" -> Intervals.ordered(sources);
            case "unordered" -> Intervals.unordered(sources);
            case "phrase" -> Intervals.phrase(sources);
            case "maxgaps" -> Intervals.maxgaps(pairs ? number + WITHIN_PAIRS : number, sources[0]);
            case "maxwidth" -> Intervals.maxwidth(number, sources[0]);
            default -> throw new IllegalArgumentException("fn:" + function + " is not known here");
        };
    }

    private static int number(Matcher parts) {
        if (!parts.find() || parts.group(3) == null) {
            throw new IllegalArgumentException("a number is missing");
        }
        return Integer.parseInt(parts.group(3));
    }

    private List<IntervalsSource> arguments(Matcher parts) {
        List<IntervalsSource> arguments = new ArrayList<>();
        while (parts.find() && !parts.group().equals(")")) {
            arguments.add(source(parts));
        }
        return arguments;
    }

    private IntervalsSource text(String text) {
        try {
            return Intervals.analyzedText(text, analyzer, Analysis.WORDS, 0, true);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
