package vn.vonggac.corpus;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A query that somebody watches from a moment on, and how far it was run. */
@MappedEntity("saved_hunt")
public record SavedHunt(@Id @GeneratedValue long id, String author, String query, Instant begunAt,
        Instant ranAt) {}
