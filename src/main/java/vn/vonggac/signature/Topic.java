package vn.vonggac.signature;

/**
 * What a signature speaks of. {@code REPORT} signatures speak about an offence rather than for it, and lower;
 * {@code OFFER} ones are what anybody says who sells anything, and tell only beside something else.
 */
public enum Topic {
    GAMBLING, ADULT, PHARMACY, LOANS, FORGERY, ESSAYS, COUNTERFEIT, CRYPTO, DEFACEMENT, HACKER_CONTACT, SCRIPT, REPORT, OFFER;

    /** What nobody says of himself but an intruder. */
    public boolean intruders() {
        return this == DEFACEMENT || this == HACKER_CONTACT;
    }
}
