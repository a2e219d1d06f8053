package vn.vonggac.watch;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One step of a check, as people are told of it while they wait.
 *
 * @param number the so manieth of {@code of} views or pages, 0 where there is nothing to count
 * @param word what came: a status, the reason why nothing came, or a page's verdict
 * @param text an address or a title
 */
@Serdeable
public record CheckStep(Kind kind, String view, int number, int of, String word, String text) {

    /** What is being done, or was. */
    public enum Kind {
        QUEUED, BEGUN, BEGUN_AGAIN, ASKING, CAME, READING, READ, DETECTING, PAGE
    }

    static CheckStep of(Kind kind) {
        return new CheckStep(kind, "", 0, 0, "", "");
    }
}
