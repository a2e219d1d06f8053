package vn.vonggac.portal;

import java.util.List;

/** The part of a list that was asked for, and how many there are in all. */
public record Listed<T>(List<T> rows, long total) {

    public Listed {
        rows = List.copyOf(rows);
    }
}
