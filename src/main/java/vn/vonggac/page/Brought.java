package vn.vonggac.page;

import java.time.Instant;
import java.util.List;

/**
 * What a visit brought home of a page under a view.
 *
 * @param flagged whether there was a finding: then it is kept whatever it says
 */
public record Brought(long portalId, String url, String view, Instant at, byte[] body, String contentType,
        int status,
        List<String> hops, long canonical, boolean flagged) {}
