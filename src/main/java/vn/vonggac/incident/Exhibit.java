package vn.vonggac.incident;

import java.time.Instant;

/**
 * What one view brought home on a visit that an incident refers to: the name of the kept bytes, the addresses on the
 * way (the first asked first, a line each), and every head sent and received.
 */
public record Exhibit(String page, Instant at, String view, int status, String hash, String chain,
        String heads) {

    private static final int LONGEST_CHAIN = 20_000;
    private static final int LONGEST_HEADS = 100_000;

    public Exhibit {
        page = Lines.cut(page, Sighting.LONGEST_PAGE);
        chain = Lines.cut(chain, LONGEST_CHAIN);
        heads = Lines.cut(heads, LONGEST_HEADS);
    }
}
