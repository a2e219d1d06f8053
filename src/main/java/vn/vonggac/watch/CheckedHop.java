package vn.vonggac.watch;

import io.micronaut.serde.annotation.Serdeable;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Trail;

/** One redirect on the way. */
@Serdeable
public record CheckedHop(String from, int status, String means, String to) {

    static CheckedHop of(Trail.Hop hop) {
        return new CheckedHop(hop.from(), hop.status(), Slug.of(hop.means()), hop.to());
    }
}
