package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Change;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;

/** Reads kept copies and lays one beside another. */
@Singleton
final class Versions {

    private final Copies copies;
    private final PageReader reader;

    Versions(Copies copies, PageReader reader) {
        this.copies = copies;
        this.reader = reader;
    }

    /** What the page said under a view when it was last well before. */
    Optional<PageCopy> lastGood(long portal, String url, String view, Instant at) {
        return copies.lastGood(portal, url, view, at);
    }

    /** A kept copy beside an earlier run of visits to the page. */
    Sides beside(String url, Optional<PageCopy> earlier, Optional<PageContent> now) {
        PageContent before = before(url, earlier);
        return Sides.of(earlier.map(PageCopy::lastSeen), before, now,
                now.map(content -> change(before, content)));
    }

    /** What came into the page since an earlier run of visits. */
    Change change(String url, Optional<PageCopy> earlier, PageContent now) {
        return change(before(url, earlier), now);
    }

    private PageContent before(String url, Optional<PageCopy> earlier) {
        return earlier.flatMap(copy -> read(copy.lastHash(), copy.url(), copy.contentType()))
                .orElse(reader.read(source(new byte[0], url, "")));
    }

    private static Change change(PageContent before, PageContent now) {
        return Baseline.learned(before).compare(now, PortalBaseline.empty());
    }

    Optional<PageContent> read(String hash, String url, String type) {
        return bytes(hash).map(body -> reader.read(source(body, url, type)));
    }

    Optional<byte[]> bytes(String hash) {
        return switch (copies.read(hash)) {
            case CopyRead.Whole(byte[] body) -> Optional.of(body);
            case CopyRead.Missing missing -> Optional.empty();
            case CopyRead.Damaged damaged -> Optional.empty();
        };
    }

    private static PageSource source(byte[] body, String url, String type) {
        return new PageSource(url, body, Optional.of(type).filter(text -> !text.isEmpty()), false);
    }
}
