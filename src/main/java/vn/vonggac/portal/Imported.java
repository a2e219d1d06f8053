package vn.vonggac.portal;

import java.util.List;

/** What became of a table, or would become of it. */
public sealed interface Imported {

    /** Every line is taken. */
    record Taken(int added, int changed, int unchanged) implements Imported {}

    /** Not one line is; every reason there is, in the order of the lines. */
    record Refused(List<BadCell> problems) implements Imported {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
