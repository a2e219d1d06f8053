package vn.vonggac.page;

import java.time.Instant;
import java.util.SortedSet;

/**
 * When a page said something and under which views, with its first and its last run; {@code stillThere} when it was
 * there at the last visit under any view.
 */
public record Said(PageCopy first, PageCopy last, SortedSet<String> views, Instant from, Instant to,
        boolean stillThere) {}
