package vn.vonggac.watch;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vonggac.detect.Around.Hole;

/**
 * A harmless question to a portal whose owner allowed it, and what was answered last; {@code shown} counts the answers
 * in a row that showed a hole, {@code proof} is what the last one showed.
 */
@MappedEntity("probe")
record Probe(@Id @GeneratedValue long id, long portalId, Kind kind, String url, String urlHash, Instant dueAt,
        @Nullable Instant askedAt, int status, String title, int shown, String proof) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_PROOF = 400;
    /** One answer may be chance where it accuses; a hole is one at once. */
    private static final int SURE = 2;

    /** What is asked. */
    enum Kind {
        /** An address that cannot exist: what the portal says then. */
        ABSENT,
        /** A folder that a platform takes uploads into. */
        FOLDER,
        /** A link that holds an address, with a reserved one put in its place. */
        REDIRECT,
        /** A form that asks for words, asked for a word that means nothing. */
        SEARCH
    }

    /** The same after an answer, with what it showed where it showed a hole. */
    Probe answered(int answer, String said, Optional<String> hole, Instant at, Instant next) {
        return new Probe(id, portalId, kind, url, urlHash, next, at, answer, cut(said, LONGEST_TITLE),
                hole.isPresent() ? shown + 1 : 0, cut(hole.orElse(""), LONGEST_PROOF));
    }

    /** The same where none came: what is known stays. */
    Probe unanswered(Instant at, Instant next) {
        return new Probe(id, portalId, kind, url, urlHash, next, at, 0, title, shown, proof);
    }

    private static String cut(String text, int longest) {
        String one = text.replace("\0", "");
        return one.substring(0, Math.min(one.length(), longest));
    }

    Optional<Hole> hole() {
        return switch (kind) {
            case SEARCH -> hole(Hole.Kind.REPEATS_WHAT_IT_IS_ASKED, 1);
            case REDIRECT -> hole(Hole.Kind.SENDS_WHERE_IT_IS_TOLD, 1);
            case ABSENT -> hole(Hole.Kind.ADVERTISES_WHAT_IS_NOT_THERE, SURE);
            case FOLDER -> Optional.empty();
        };
    }

    private Optional<Hole> hole(Hole.Kind what, int needed) {
        return shown >= needed ? Optional.of(new Hole(what, url, proof)) : Optional.empty();
    }
}
