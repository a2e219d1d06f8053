package vn.vonggac.page;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A run of visits that said the same of a page under a view: its first and its last kept copy by name, and whether
 * there was a finding. {@code heldBy} names the incident it is evidence of, empty for none; such a row stays.
 * {@code number} is its place in the order of changes, 0 until it has one; {@code verdict} that of the last visit,
 * {@code added} what was not known of the page before.
 */
@MappedEntity("page_copy")
public record PageCopy(@Id @GeneratedValue long id, long portalId, String url, String urlHash, String view,
        Instant firstSeen, Instant lastSeen, int visits, String firstHash, String lastHash, Instant lastKept,
        String anchor, long canonical, String contentType, int status, String chain, boolean flagged,
        String heldBy, int stored, long number, String verdict, String added) {

    private static final int ERROR = 400;
    /** How often the index is told that a run goes on. */
    private static final long TOLD = Duration.ofHours(6).toMillis();

    /** The addresses on the way to the page, the first asked first. */
    public List<String> hops() {
        return chain.isEmpty() ? List.of() : List.of(chain.split("\n"));
    }

    /** The copy that versions of the page are packed against: the first one that stands alone. */
    String base() {
        return anchor.isEmpty() ? firstHash : anchor;
    }

    /** Whether these bytes, found on this way, are the ones kept last. */
    public boolean isLast(byte[] body, int answered, List<String> way) {
        return status == answered && hops().equals(way) && DigestUtils.sha256Hex(body).equals(lastHash);
    }

    /** The same run, in which later rules found something. */
    public PageCopy suspected(String conclusion) {
        return new PageCopy(id, portalId, url, urlHash, view, firstSeen, lastSeen, visits, firstHash,
                lastHash, lastKept, anchor, canonical, contentType, status, chain, true, heldBy, stored, 0,
                conclusion, added);
    }

    /** The same run after one more visit that brought what was kept last. */
    public PageCopy seenAgain(Instant at) {
        return seen(at, false, verdict);
    }

    /** The same run after one more visit of which no further copy is kept. */
    PageCopy seen(Instant at, boolean suspect, String conclusion) {
        boolean news = suspect && !flagged || !conclusion.equals(verdict)
                || at.toEpochMilli() / TOLD > lastSeen.toEpochMilli() / TOLD;
        return new PageCopy(id, portalId, url, urlHash, view, firstSeen, at, visits + 1, firstHash, lastHash,
                lastKept, anchor, canonical, contentType, status, chain, flagged || suspect, heldBy, stored,
                news ? 0 : number, conclusion, added);
    }

    /** The same run with another last copy. */
    PageCopy ending(String hash, Instant at, String leansOn, int size) {
        return new PageCopy(id, portalId, url, urlHash, view, firstSeen, lastSeen, visits, firstHash, hash,
                hash.equals(lastHash) ? lastKept : at, leansOn, canonical, contentType, status, chain,
                flagged, heldBy, size, number, verdict, added);
    }

    /** Whether it is what the page says, not the server's word that there is none. */
    public boolean isPage() {
        return flagged || status < ERROR;
    }

    /** What of the page was not known before, block by block. */
    public List<String> addedTo(PageContent content) {
        return AddedBlocks.of(content, added);
    }
}
