package vn.vonggac.watch;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vonggac.detect.Around.PictureChange;
import vn.vonggac.fetch.Validators;
import vn.vonggac.page.Appearance;

/**
 * A leading picture of a home page: {@code seen} is what it looked like last, the {@code same} so many times in a row,
 * {@code known} what it normally looks like, empty until that is learned.
 */
@MappedEntity("picture")
record Picture(@Id @GeneratedValue long id, long portalId, String url, String urlHash, Instant dueAt,
        @Nullable Instant askedAt, String etag, String modified, String seen, int same, String known,
        @Nullable Instant changedAt) {

    private static final double ITSELF = 0.5;
    private static final int LEARNED = 3;
    private static final int SURE = 2;
    private static final int LONGEST_ETAG = 500;
    private static final int LONGEST_DATE = 100;
    /** Of a screen as most have it. */
    private static final double FIRST_SCREEN = 1366.0 * 768;

    Optional<Validators> validators() {
        return etag.isEmpty() && modified.isEmpty()
                ? Optional.empty()
                : Optional.of(new Validators(url, Optional.of(etag).filter(tag -> !tag.isEmpty()),
                        Optional.of(modified).filter(date -> !date.isEmpty())));
    }

    /** The same after a look at it. */
    Picture looked(Appearance look, Optional<Validators> ask, Instant at) {
        boolean still = !seen.isEmpty() && look.likeness(Appearance.parse(seen)) >= ITSELF;
        int times = still ? same + 1 : 1;
        String usual = known.isEmpty() && times >= LEARNED || likeKnown(look) ? look.text() : known;
        boolean other = !usual.isEmpty() && look.likeness(Appearance.parse(usual)) < ITSELF;
        Instant since = changedAt == null ? at : changedAt;
        return new Picture(id, portalId, url, urlHash, dueAt, at, tag(ask), date(ask), look.text(), times,
                usual,
                other ? since : null);
    }

    private boolean likeKnown(Appearance look) {
        return !known.isEmpty() && look.likeness(Appearance.parse(known)) >= ITSELF;
    }

    private String tag(Optional<Validators> ask) {
        return ask.filter(given -> given.url().equals(url)).flatMap(Validators::etag)
                .filter(tag -> tag.length() <= LONGEST_ETAG).orElse("");
    }

    private String date(Optional<Validators> ask) {
        return ask.filter(given -> given.url().equals(url)).flatMap(Validators::lastModified)
                .filter(date -> date.length() <= LONGEST_DATE).orElse("");
    }

    /** The same where it came as it was. */
    Picture unchanged(Instant at) {
        return seen.isEmpty() ? this : looked(Appearance.parse(seen), validators(), at);
    }

    Picture due(Instant next) {
        return new Picture(id, portalId, url, urlHash, next, askedAt, etag, modified, seen, same, known,
                changedAt);
    }

    /** What it looks like now is what it normally looks like. */
    Picture accepted() {
        return new Picture(id, portalId, url, urlHash, dueAt, askedAt, etag, modified, seen, same, seen,
                null);
    }

    /** Whether it looks like something else, and one more look has to tell whether it stays so. */
    boolean doubtful() {
        return changedAt != null && same < SURE;
    }

    Optional<PictureChange> change() {
        if (changedAt == null || same < SURE) {
            return Optional.empty();
        }
        Appearance before = Appearance.parse(known);
        double area = Math.min(1, (double) before.width() * before.height() / FIRST_SCREEN);
        return Optional.of(new PictureChange(url, Appearance.parse(seen).likeness(before), area));
    }
}
