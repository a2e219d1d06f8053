package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * One page of a list.
 *
 * @param page which page this is, counted from 1
 * @param size how long a page is
 * @param total how many items there are on all pages
 */
@Serdeable
record Page<T>(List<T> items, int page, int size, long total) {

    Page {
        items = List.copyOf(items);
    }
}
