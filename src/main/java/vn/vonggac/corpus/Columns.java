package vn.vonggac.corpus;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.queryparser.flexible.standard.config.PointsConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;

/**
 * The fields of a query that are numbers and days, such as {@code portal:12} and {@code seen-from:[2026-08-01 TO *]}.
 * They are columns of the index rather than terms, because they change while the words stay.
 */
final class Columns {

    static final String FIRST_DAY = "seen-from";
    static final String LAST_DAY = "seen-to";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PointsConfig NUMBER = new PointsConfig(new Whole(), Long.class);
    private static final PointsConfig DAY = new PointsConfig(new Days(), Long.class);
    static final Map<String, PointsConfig> ALL = Map.of(Fields.PORTAL, NUMBER, Fields.AGENCY, NUMBER,
            Facet.TEMPLATE.field(), NUMBER, Fields.SIMHASH, NUMBER, FIRST_DAY, DAY, LAST_DAY, DAY);

    private Columns() {}

    /** A day as a number, such as 20260801. */
    static long day(Instant moment) {
        return number(LocalDate.ofInstant(moment, ZONE));
    }

    private static long number(LocalDate day) {
        return day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
    }

    /** The same query, the numbers in it looked up in the columns. */
    static Query in(Query query) {
        return switch (query) {
            case PointRangeQuery range when ALL.containsKey(range.getField()) ->
                NumericDocValuesField.newSlowRangeQuery(range.getField(),
                        LongPoint.decodeDimension(range.getLowerPoint(), 0),
                        LongPoint.decodeDimension(range.getUpperPoint(), 0));
            case BooleanQuery all -> {
                BooleanQuery.Builder same = new BooleanQuery.Builder()
                        .setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
                for (BooleanClause clause : all.clauses()) {
                    same.add(in(clause.query()), clause.occur());
                }
                yield same.build();
            }
            case BoostQuery boosted -> new BoostQuery(in(boosted.getQuery()), boosted.getBoost());
            case ConstantScoreQuery constant -> new ConstantScoreQuery(in(constant.getQuery()));
            default -> query;
        };
    }

    /** A whole number or nothing; its text is read to the end. */
    private static class Whole extends NumberFormat {

        private static final long serialVersionUID = 1;

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return format((long) number, to, position);
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return to.append(number);
        }

        @Override
        @SuppressWarnings("NullAway") // what NumberFormat promises where nothing can be read
        public Number parse(String text, ParsePosition position) {
            Optional<Long> number = read(text.substring(position.getIndex()).strip());
            if (number.isEmpty()) {
                position.setErrorIndex(position.getIndex());
                return null;
            }
            position.setIndex(text.length());
            return number.get();
        }

        Optional<Long> read(String text) {
            return text.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
        }
    }

    /** A day such as 2026-08-01. */
    private static final class Days extends Whole {

        private static final long serialVersionUID = 1;

        @Override
        Optional<Long> read(String text) {
            try {
                return Optional.of(number(LocalDate.parse(text)));
            } catch (DateTimeParseException e) {
                return super.read(text);
            }
        }
    }
}
