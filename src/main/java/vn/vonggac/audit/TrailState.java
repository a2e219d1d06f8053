package vn.vonggac.audit;

import java.util.List;

/**
 * Whether the trail is as it was written.
 *
 * @param lines that were read
 * @param broken the lines that do not fit the one before: they were edited, or one before them was removed
 * @param endMissing whether the last line is not the one that was written last
 */
public record TrailState(long lines, List<AuditEntry> broken, boolean endMissing) {

    public TrailState {
        broken = List.copyOf(broken);
    }

    public boolean whole() {
        return broken.isEmpty() && !endMissing;
    }
}
