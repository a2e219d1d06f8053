package vn.vonggac.detect;

/** How bad it is if it is true. */
public enum Severity {
    INFO, LOW, MEDIUM, HIGH, CRITICAL
}
