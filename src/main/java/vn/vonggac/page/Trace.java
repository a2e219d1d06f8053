package vn.vonggac.page;

/** Something a page was seen with: the share of its time it was there, and whether it was on the last visit. */
record Trace<T>(T item, float presence, boolean here) {

    private static final float USUAL = 0.5f;
    private static final float FORGOTTEN = 0.02f;

    /** Whether a reader would miss it. */
    boolean usual() {
        return presence >= USUAL;
    }

    boolean forgotten() {
        return presence < FORGOTTEN;
    }
}
