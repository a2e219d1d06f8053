package vn.vonggac.corpus;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A page that began to say what a saved hunt asks for, with the words around it as plain text. */
@Introspected
public record HuntHit(long huntId, long portalId, String url, String title, String quote, Instant seenFrom) {}
