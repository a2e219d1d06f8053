package vn.vonggac.signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.jspecify.annotations.Nullable;

/** A query that cannot be read; {@link #place} is the letter at which it went wrong, negative where nobody knows. */
public final class NotUnderstood extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final Pattern COLUMN = Pattern.compile("line \\d+, column (\\d+)");

    private final int place;

    NotUnderstood(String query, Throwable cause) {
        super("query not understood: " + query + " (" + firstLine(cause.getMessage()) + ")", cause);
        place = Math.min(place(cause), query.length());
    }

    public int place() {
        return place;
    }

    private static int place(Throwable cause) {
        if (cause instanceof ParseException parse && parse.currentToken != null) {
            Token wrong = parse.currentToken.next == null ? parse.currentToken : parse.currentToken.next;
            return wrong.beginColumn;
        }
        Matcher column = COLUMN.matcher(String.valueOf(cause.getMessage()));
        return column.find() ? Integer.parseInt(column.group(1)) - 1 : -1;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("").strip();
    }
}
