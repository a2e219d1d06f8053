package vn.vonggac.incident;

import vn.vonggac.audit.Slug;

/** What was done to the portal; decides the playbook, the clocks and what hides what. */
public enum Kind {
    DEFACEMENT, REDIRECT, MALICIOUS_SCRIPT, PLANTED_DOCUMENT, PLANTED_CONTENT, BAD_LINK, ABUSED_FORM, UNUSUAL_MASS, UNREACHABLE(
            true), CERTIFICATE(
                    true), VERIFICATION_FILE(true), TRUST_LABEL(true), OPEN_DOOR(true), OTHER_POSTURE(true);

    private final boolean posture;

    Kind() {
        this(false);
    }

    Kind(boolean posture) {
        this.posture = posture;
    }

    /** Whether it speaks of how the portal is kept, not of something planted. */
    public boolean posture() {
        return posture;
    }

    /** Whether it is a cause of its own, whatever else is going on at the portal. */
    boolean standsAlone() {
        return posture || this == DEFACEMENT;
    }

    public String id() {
        return Slug.of(this);
    }
}
