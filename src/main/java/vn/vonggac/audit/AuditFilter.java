package vn.vonggac.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of the trail are asked for; an empty part asks for nothing in particular.
 *
 * @param since from this moment on
 * @param until up to, and not with, this moment
 * @param people only what these did, for a reader who may not see everybody
 */
public record AuditFilter(String who, String action, String object, Instant since, Instant until,
        Optional<List<String>> people) {

    /** Later than anything. */
    public static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    public static final AuditFilter EVERYTHING = new AuditFilter("", "", "");

    // an IN () is no SQL; nobody has this name
    private static final List<String> NOBODY = List.of("");

    public AuditFilter(String who, String action, String object) {
        this(who, action, object, Optional.empty());
    }

    public AuditFilter(String who, String action, String object, Optional<List<String>> people) {
        this(who, action, object, Instant.EPOCH, FAR, people);
    }

    boolean everybody() {
        return people.isEmpty();
    }

    Collection<String> names() {
        return people.filter(names -> !names.isEmpty()).orElse(NOBODY);
    }
}
