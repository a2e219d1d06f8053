package vn.vonggac.watch;

import io.micronaut.data.annotation.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Validators;

/**
 * How the last judged answer of a page can be known again: the rules it was judged by, and where nothing at all was
 * found, the bytes a citizen got, what to ask the server with, and since when those bytes are known.
 */
@Embeddable
public record Known(String rules, String body, String url, String etag, String modified,
        @Nullable Instant at) {

    static final Known NOTHING = new Known("", "", "", "", "", null);
    private static final int LONGEST_URL = 4_000;
    private static final int LONGEST_ETAG = 500;
    private static final int LONGEST_DATE = 100;

    /** Judged, and not to be taken for known. */
    static Known judged(String rules) {
        return new Known(rules, "", "", "", "", null);
    }

    /** Judged by these rules with nothing found; the moment stays while the bytes do. */
    Known clean(String by, String hash, Fetched answer, Instant now, Duration belief) {
        Validators ask = answer.validators().filter(Known::fits)
                .orElse(new Validators("", Optional.empty(), Optional.empty()));
        Instant since = isFresh(by, now, belief) && hash.equals(body) && at != null ? at : now;
        return new Known(by, hash, ask.url(), ask.etag().orElse(""), ask.lastModified().orElse(""), since);
    }

    private static boolean fits(Validators ask) {
        return ask.url().length() <= LONGEST_URL && ask.etag().orElse("").length() <= LONGEST_ETAG
                && ask.lastModified().orElse("").length() <= LONGEST_DATE
                && (ask.url() + ask.etag() + ask.lastModified()).indexOf('\0') < 0;
    }

    /** Whether it was judged by these rules, and not so long ago that it is to be looked at afresh. */
    boolean isFresh(String by, Instant now, Duration belief) {
        return !body.isEmpty() && rules.equals(by) && at != null && now.isBefore(at.plus(belief));
    }

    Instant since() {
        return at == null ? Instant.MAX : at;
    }

    /** The same, judged by other rules; known no more where those found something. */
    Known rejudged(String by, boolean clean) {
        return clean ? new Known(by, body, url, etag, modified, at) : judged(by);
    }

    /** What to ask the server with, where it gave something to ask with. */
    Optional<Validators> validators() {
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(new Validators(url, Optional.of(etag).filter(tag -> !tag.isEmpty()),
                        Optional.of(modified).filter(date -> !date.isEmpty())));
    }
}
