package vn.vonggac.portal;

import java.util.List;

/** What became of a wish to change something. */
public sealed interface Outcome<T> {

    /** It is kept, and this is how it reads now. */
    record Saved<T>(T value) implements Outcome<T> {}

    /** Nothing was written; every problem there is, in the order of the fields. */
    record Rejected<T>(List<Problem> problems) implements Outcome<T> {

        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** There is no such thing in the scope of the one who asked, or no longer. */
    record Absent<T>() implements Outcome<T> {}

    /** It is no longer as the one who asked knew it; nothing was written. */
    record Stale<T>() implements Outcome<T> {}

    static <T> Outcome<T> rejected(String field, String messageKey, Object... arguments) {
        return new Rejected<>(List.of(new Problem(field, messageKey, List.of(arguments))));
    }
}
