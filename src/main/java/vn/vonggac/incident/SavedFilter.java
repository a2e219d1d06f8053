package vn.vonggac.incident;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A way of looking at the queue that somebody wants to come back to; the query is that of the list's address. */
@MappedEntity("saved_filter")
public record SavedFilter(@Id @GeneratedValue long id, String owner, String name, String query) {}
