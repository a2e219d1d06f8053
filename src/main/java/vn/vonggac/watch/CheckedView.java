package vn.vonggac.watch;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Trail;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.page.PageContent;
import vn.vonggac.visit.Trails;

/**
 * What one view saw.
 *
 * @param status of the last answer, 0 where there was none
 * @param outcome why no page came home, empty where one did
 * @param hidden links that a reader does not see
 */
@Serdeable
public record CheckedView(String view, int status, String finalUrl, String outcome, List<CheckedHop> chain,
        String title, int bytes, String sha256, int links, long hidden) {

    private static final int LONGEST = 300;

    public CheckedView {
        chain = List.copyOf(chain);
    }

    static CheckedView of(FetchResult result, Optional<Seen> seen) {
        Trail trail = seen.flatMap(Seen::trail).orElseGet(() -> Trails.of(result.exchange()));
        byte[] body = result instanceof Fetched fetched ? fetched.body().decoded() : new byte[0];
        Optional<PageContent> content = seen.map(Seen::content);
        return new CheckedView(result.exchange().view().id(), result.exchange().status(),
                result.exchange().finalUrl(), Words.outcome(result),
                trail.chain().stream().map(CheckedHop::of).toList(),
                content.map(said -> cut(said.title())).orElse(""), body.length, sha256(body),
                content.map(said -> said.links().size()).orElse(0),
                content.map(said -> said.links().stream().filter(link -> link.hidden().isPresent()).count())
                        .orElse(0L));
    }

    /** Whether a page came home. */
    public boolean came() {
        return outcome.isEmpty();
    }

    static String cut(String text) {
        String clean = text.replace("\0", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    private static String sha256(byte[] body) {
        return body.length == 0 ? "" : DigestUtils.sha256Hex(body);
    }
}
