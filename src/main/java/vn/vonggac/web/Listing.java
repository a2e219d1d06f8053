package vn.vonggac.web;

import java.util.List;

/** One page of a list: what is on it, which page it is (from 1), how long a page is, and how many there are in all. */
public record Listing<T>(List<T> rows, int page, int size, long total) {

    public static final int SIZE = 50;

    public Listing {
        rows = List.copyOf(rows);
    }

    /** The page of a list that an address asks for; one beyond the end is the last. */
    static <T> Listing<T> of(Address address, long total, Rows<T> rows) {
        long last = Math.max(1, (total + SIZE - 1) / SIZE);
        int page = (int) Math.min(asked(address), last);
        return new Listing<>(rows.read(SIZE, (page - 1) * SIZE), page, SIZE, total);
    }

    /** Reads so many rows after so many. */
    @FunctionalInterface
    interface Rows<T> {

        List<T> read(int size, int skip);
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

    /** The page an address asks for, whether there is such a one or not. */
    static int asked(Address address) {
        String page = address.value("page");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }
}
