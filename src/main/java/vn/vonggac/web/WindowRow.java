package vn.vonggac.web;

import java.time.Instant;

/** A watch window in a list. {@code which} says in words which portals it is for. */
public record WindowRow(long id, String name, Instant from, Instant to, String which, String factor,
        String roster,
        Phase phase) {

    /** Where now is. */
    public enum Phase {
        RUNNING, COMING, OVER
    }
}
