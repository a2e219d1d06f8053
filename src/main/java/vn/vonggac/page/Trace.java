package vn.vonggac.page;

/**
 * Something a page was seen with: its hash, the spot it stood at, what it says with numbers masked and with only tokens masked, the share of its time
 * it was there, and whether it was on the last visit.
 */
record Trace<T>(long key, T item, String spot, long says, long saysClosely, float presence, boolean here) {

    private static final float USUAL = 0.5f;
    private static final float FORGOTTEN = 0.02f;

    static <T> Trace<T> first(Sort<T> sort, long key, T item, float share) {
        long says = sort.says(item);
        return new Trace<>(key, sort.kept().apply(item), sort.spot().apply(item), says,
                sort.isLoose() ? sort.saysClosely(item) : says, share, true);
    }

    Trace<T> seen(float share) {
        return new Trace<>(key, item, spot, says, saysClosely, presence + (1 - presence) * share, true);
    }

    Trace<T> at(T elsewhere, String otherSpot) {
        return new Trace<>(key, elsewhere, otherSpot, says, saysClosely, presence, here);
    }

    Trace<T> missed(float share) {
        return new Trace<>(key, item, spot, says, saysClosely, presence * (1 - share), false);
    }

    /** The same thing in other numbers keeps the presence it had. */
    Trace<T> heirOf(Trace<T> before) {
        return new Trace<>(key, item, spot, says, saysClosely,
                before.presence + (1 - before.presence) * presence, true);
    }

    /** Whether a reader would miss it. */
    boolean usual() {
        return presence >= USUAL;
    }

    boolean expected() {
        return here || usual();
    }

    boolean forgotten() {
        return presence < FORGOTTEN;
    }
}
