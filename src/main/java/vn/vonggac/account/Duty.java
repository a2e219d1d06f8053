package vn.vonggac.account;

import java.util.Set;

/** What somebody owes before they may do anything else. */
public enum Duty {
    FACTOR(May.FACTOR), ENROLMENT(May.ENROLMENT), PASSWORD(May.PASSWORD);

    private final String right;

    Duty(String right) {
        this.right = right;
    }

    /** All that somebody may do who owes this. */
    Set<String> rights() {
        return Set.of(right);
    }
}
