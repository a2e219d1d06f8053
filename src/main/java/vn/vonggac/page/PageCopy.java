package vn.vonggac.page;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;

/**
 * A run of visits that said the same of a page under a view: its first and its last kept copy by name, and whether
 * there was a finding. {@code heldBy} names the incident it is evidence of, empty for none; such a row stays.
 */
@MappedEntity("page_copy")
public record PageCopy(@Id @GeneratedValue long id, long portalId, String url, String urlHash, String view,
        Instant firstSeen, Instant lastSeen, int visits, String firstHash, String lastHash, Instant lastKept,
        String anchor, long canonical, String contentType, int status, String chain, boolean flagged,
        String heldBy,
        int stored) {

    /** The addresses on the way to the page, the first asked first. */
    public List<String> hops() {
        return chain.isEmpty() ? List.of() : List.of(chain.split("\n"));
    }
}
