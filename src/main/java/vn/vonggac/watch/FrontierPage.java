package vn.vonggac.watch;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A page the watch knows: where it was found, when it is looked at next, and what came of the last look.
 * {@code pauseMillis} is the time between looks that its changes have earned it, {@code linksAt} when it was last taken
 * in where it leads.
 */
@MappedEntity("frontier")
public record FrontierPage(@Id @GeneratedValue long id, long portalId, String url, String urlHash,
        Source source,
        int depth, Instant foundAt, Instant dueAt, boolean everyView, int visits, int changes, int failures,
        long pauseMillis, @Nullable Instant visitedAt, String verdict, int status, String contentHash,
        @Nullable Instant linksAt,
        @Relation(Relation.Kind.EMBEDDED) Known known) {

    private static final Pattern SECTION = Pattern.compile("https?://[^/]+/[^/?\\d]+/?");

    /** How the page came to be known. */
    public enum Source {
        HOME, LINK, HIDDEN_LINK, SITEMAP, ROBOTS, CANONICAL, REDIRECT, OPERATOR, WANTED, SCRIPT, STYLESHEET, UPLOADS, FEED, FORM,
        /** A line of robots.txt that search engines are asked to stay away from. */
        DISALLOWED;

        /** Whether somebody named the page, so that robots.txt need not allow it: attackers hide behind it. */
        boolean listed() {
            return this == HOME || this == OPERATOR || this == WANTED || this == UPLOADS
                    || this == DISALLOWED;
        }

        /** Whether planted things lie in such places rather than elsewhere: where visitors put files or words, or never come. */
        boolean risky() {
            return switch (this) {
                case UPLOADS, FORM, DISALLOWED, HIDDEN_LINK, OPERATOR -> true;
                case HOME, LINK, SITEMAP, ROBOTS, CANONICAL, REDIRECT, WANTED, SCRIPT, STYLESHEET, FEED ->
                    false;
            };
        }

        /** Whether a page leads to such ones as a rule, so that one to which none does stands out. */
        boolean usuallyLinked() {
            return switch (this) {
                case LINK, CANONICAL, REDIRECT, WANTED -> true;
                case HOME, HIDDEN_LINK, SITEMAP, ROBOTS, OPERATOR, SCRIPT, STYLESHEET, UPLOADS, FEED, FORM,
                        DISALLOWED ->
                    false;
            };
        }
    }

    static FrontierPage found(long portal, String url, Source source, int depth, Instant at) {
        return new FrontierPage(0, portal, url, DigestUtils.sha256Hex(url), source, depth, at, at, false, 0,
                0, 0, 0,
                null,
                "", 0, "", null, Known.NOTHING);
    }

    /** The same page, known before as something else. */
    FrontierPage insteadOf(FrontierPage known) {
        return new FrontierPage(known.id, portalId, url, urlHash, source, depth, known.foundAt, dueAt,
                everyView,
                known.visits, known.changes, known.failures, known.pauseMillis, known.visitedAt,
                known.verdict,
                known.status, known.contentHash, known.linksAt, known.known);
    }

    /** The page after a look at it. */
    FrontierPage visited(Instant at, String conclusion, int answered, String hash, Duration pause,
            boolean everyViewNext, Known next) {
        boolean changed = !contentHash.isEmpty() && !hash.isEmpty() && !hash.equals(contentHash);
        return new FrontierPage(id, portalId, url, urlHash, source, depth, foundAt, at.plus(pause),
                everyViewNext,
                visits + 1, changed ? changes + 1 : changes, hash.isEmpty() ? failures + 1 : 0,
                pause.toMillis(), at, conclusion, answered, hash.isEmpty() ? contentHash : hash,
                linksAt, next);
    }

    /** The same, now that it was taken in where it leads. */
    FrontierPage linksRead(Instant at) {
        return new FrontierPage(id, portalId, url, urlHash, source, depth, foundAt, dueAt, everyView, visits,
                changes, failures, pauseMillis, visitedAt, verdict, status, contentHash, at, known);
    }

    /** Whether it is to be taken in again where it leads, though it says the same. */
    boolean linksAreOld(Instant now) {
        return linksAt == null || !now.isBefore(linksAt.plus(Orphans.READ_AGAIN));
    }

    /** Whether it opens a part of the site: linked by the home page and in no folder, without a number in its name. */
    boolean opensSection() {
        return source == Source.LINK && depth == 1 && SECTION.matcher(url).matches();
    }

    /** Whether it names the pages of the site, so that new ones show there first. */
    boolean listsPages() {
        return source == Source.SITEMAP;
    }

    boolean visitedBefore(Instant moment) {
        return visitedAt != null && visitedAt.isBefore(moment);
    }

    Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }

    boolean home() {
        return source == Source.HOME;
    }
}
