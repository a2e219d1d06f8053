package vn.vonggac.watch;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last look at a portal's home page: when, its verdict, and how often in a row nothing came. */
@Introspected
public record HomeLook(long portalId, @Nullable Instant visitedAt, String verdict, int failures) {}
