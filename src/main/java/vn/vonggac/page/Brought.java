package vn.vonggac.page;

import java.time.Instant;
import java.util.List;

/**
 * What a visit brought home of a page under a view.
 *
 * @param verdict of the whole visit
 * @param added what was not known of the page before
 * @param flagged whether there was a finding: then it is kept whatever it says
 */
public record Brought(long portalId, String url, String view, Instant at, byte[] body, String contentType,
        int status, List<String> hops, long canonical, boolean flagged, String verdict, List<Block> added) {

    public Brought {
        hops = List.copyOf(hops);
        added = List.copyOf(added);
    }
}
