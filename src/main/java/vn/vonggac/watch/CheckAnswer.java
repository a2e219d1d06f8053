package vn.vonggac.watch;

import java.time.Duration;
import java.util.List;
import vn.vonggac.portal.Problem;

/** What becomes of asking for a check. */
public sealed interface CheckAnswer {

    /** It waits for its turn, or is under way already. */
    record Taken(Check check) implements CheckAnswer {}

    /** Too much was asked for, as the message says; try again then. */
    record Limited(String messageKey, Duration retryAfter) implements CheckAnswer {}

    /** There is nothing in it that could be looked at. */
    record Rejected(List<Problem> problems) implements CheckAnswer {

        public Rejected {
            problems = List.copyOf(problems);
        }

        static Rejected of(String field, String key, Object... arguments) {
            return new Rejected(List.of(new Problem(field, key, List.of(arguments))));
        }
    }
}
