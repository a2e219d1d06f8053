package vn.vonggac.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of the trail are asked for; an empty part asks for nothing in particular.
 *
 * @param people only what these did, for a reader who may not see everybody
 */
public record AuditFilter(String who, String action, String object, Optional<List<String>> people) {

    public static final AuditFilter EVERYTHING = new AuditFilter("", "", "");

    // an IN () is no SQL; nobody has this name
    private static final List<String> NOBODY = List.of("");

    public AuditFilter(String who, String action, String object) {
        this(who, action, object, Optional.empty());
    }

    boolean everybody() {
        return people.isEmpty();
    }

    Collection<String> names() {
        return people.filter(names -> !names.isEmpty()).orElse(NOBODY);
    }
}
