package vn.vonggac.web;

import java.util.List;

/** What a table that was brought would do, or why it cannot: every bad line, its column and the reason. */
public record Imported(int rows, List<Bad> problems) {

    public Imported {
        problems = List.copyOf(problems);
    }

    /** One reason why a line cannot be taken. */
    public record Bad(long line, String column, String key, List<String> arguments) {}
}
