package vn.vonggac.detect;

import java.util.List;

/** The conclusion of a visit: how bad, how sure, why, and what could not be looked at. */
public record Verdict(Level level, double score, List<Finding> findings, List<String> incomplete) {

    /** From worst to best. */
    public enum Level {
        COMPROMISED, SUSPICIOUS, INCOMPLETE, CLEAN;

        public boolean flagged() {
            return this == COMPROMISED || this == SUSPICIOUS;
        }
    }

    public Verdict {
        findings = List.copyOf(findings);
        incomplete = List.copyOf(incomplete);
    }
}
