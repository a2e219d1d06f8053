package vn.vonggac.signature;

/** What a signature speaks of. {@code REPORT} signatures speak about an offence rather than for it, and lower. */
public enum Topic {
    GAMBLING, ADULT, PHARMACY, LOANS, FORGERY, ESSAYS, COUNTERFEIT, CRYPTO, DEFACEMENT, HACKER_CONTACT, SCRIPT, REPORT
}
