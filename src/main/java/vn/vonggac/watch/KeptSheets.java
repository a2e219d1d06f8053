package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyChanges;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.Sheets;
import vn.vonggac.visit.Sight;

/** The style sheets of portals as they were fetched last, the ones asked for lately in memory. */
@Singleton
final class KeptSheets {

    private static final int MOST = 100;
    private static final int ANSWERED_WITH_ERROR = 400;

    private final Copies copies;
    private final CopyChanges changes;
    private final Map<String, String> texts = new LinkedHashMap<>(16, 0.75f, true);

    KeptSheets(Copies copies, CopyChanges changes) {
        this.copies = copies;
        this.changes = changes;
    }

    Sheets of(Watched portal) {
        return url -> Addresses.part(url).filter(portal.inScope())
                .flatMap(part -> copies.newest(portal.id(), part, Sight.CITIZEN))
                .filter(run -> run.status() < ANSWERED_WITH_ERROR).map(PageCopy::lastHash)
                .flatMap(this::text);
    }

    /** As a page saw them that was read at this moment. */
    Sheets asOf(long portal, Instant moment) {
        return url -> Addresses.part(url)
                .flatMap(part -> changes.asOf(portal, part, Sight.CITIZEN, moment))
                .filter(run -> run.status() < ANSWERED_WITH_ERROR).map(PageCopy::lastHash)
                .flatMap(this::text);
    }

    private Optional<String> text(String hash) {
        synchronized (texts) {
            if (texts.containsKey(hash)) {
                return Optional.ofNullable(texts.get(hash));
            }
        }
        return copies.read(hash) instanceof CopyRead.Whole(byte[] body)
                ? Optional.of(remember(hash, new String(body, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private String remember(String hash, String text) {
        synchronized (texts) {
            texts.put(hash, text);
            if (texts.size() > MOST) {
                texts.remove(texts.keySet().iterator().next());
            }
        }
        return text;
    }
}
