package vn.vonggac.web;

import java.util.List;

/** One page of a list: what is on it, which page it is (from 1), how long a page is, and how many there are in all. */
public record Listing<T>(List<T> rows, int page, int size, long total) {

    public static final int SIZE = 50;

    public Listing {
        rows = List.copyOf(rows);
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public long first() {
        return total == 0 ? 0 : (long) (page - 1) * size + 1;
    }

    public long last() {
        return Math.min(total, (long) page * size);
    }

    /** The page that a query asks for, the first where it asks for nothing sensible. */
    static int asked(String page) {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }
}
