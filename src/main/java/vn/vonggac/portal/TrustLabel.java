package vn.vonggac.portal;

/** Where a portal stands with the national trust label ("Tín nhiệm mạng"). */
public enum TrustLabel {
    UNKNOWN, NONE, APPLIED, GRANTED, REVOKED
}
