package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.View;
import vn.vonggac.page.Block;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.page.Refresh;
import vn.vonggac.visit.Look;
import vn.vonggac.visit.OnePath;
import vn.vonggac.visit.Sight;
import vn.vonggac.visit.Trails;

/** What an answer to a harmless question shows. */
@Singleton
final class Answers {

    private static final int FOUND = 200;

    private final PageReader reader;
    private final OnePath path;

    Answers(PageReader reader, OnePath path) {
        this.reader = reader;
        this.path = path;
    }

    PageContent read(Fetched answer) {
        return reader.read(source(answer));
    }

    private static PageSource source(Fetched answer) {
        return new PageSource(answer.exchange().finalUrl(), answer.body().decoded(),
                Optional.of(answer.body().contentType()).filter(type -> !type.isEmpty()),
                answer.body().cut().isPresent());
    }

    /** What of it shows a hole, if anything does. */
    Optional<String> hole(Watched portal, Probe probe, Fetched answer, PageContent content) {
        return switch (probe.kind()) {
            case SEARCH -> repeated(portal, answer, content);
            case REDIRECT ->
                Questions.sentToNobody(Stream.concat(answer.exchange().header("Location").stream(),
                        content.refreshes().stream().map(Refresh::target)));
            case ABSENT -> advertised(portal, answer);
            case FOLDER -> Optional.empty();
        };
    }

    /** Where a search engine would keep it: in a title, a heading or a link of a page that it may keep. */
    private static Optional<String> repeated(Watched portal, Fetched answer, PageContent content) {
        String word = Questions.word(portal);
        boolean kept = answer.status() == FOUND && indexable(answer, content)
                && content.canonical().map(url -> url.contains(word)).orElse(true);
        Stream<String> loud = Stream.concat(Stream.of(content.title()), content.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.TEXT).map(Block::text));
        return loud.filter(text -> kept && text.toLowerCase(Locale.ROOT).contains(word)).findFirst();
    }

    private static boolean indexable(Fetched answer, PageContent content) {
        return Stream
                .concat(content.meta("robots").stream(), answer.exchange().header("X-Robots-Tag").stream())
                .map(rule -> rule.toLowerCase(Locale.ROOT))
                .noneMatch(rule -> rule.contains("noindex") || rule.contains("none"));
    }

    /** What is answered where there can be nothing, judged like any page. */
    private Optional<String> advertised(Watched portal, Fetched answer) {
        if (answer.status() != FOUND) {
            return Optional.empty();
        }
        PortalFacts facts = Looking.facts(portal);
        Verdict verdict = path.judge(new Look(answer.exchange().url(),
                List.of(new Sight(View.CITIZEN, Optional.of(Trails.of(answer.exchange())), source(answer))),
                Optional.empty(), PortalBaseline.empty(), facts, List.of(), Around.NOTHING)).verdict();
        return verdict.findings().stream().map(Finding::quote).filter(quote -> !quote.isBlank())
                .filter(quote -> verdict.level().flagged()).findFirst();
    }
}
