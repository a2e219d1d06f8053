package vn.vonggac.detector;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.vonggac.detect.Seen;
import vn.vonggac.signature.Field;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

/**
 * How strongly a page speaks for some topics: what the signatures that matched find said, see {@link Utterances}. What
 * is said openly counts less the more the page reports on offences, and where the portal always says it.
 */
record TopicScore(double score, Optional<Hit> strongest, int signatures, int utterances) {

    /** What no agency has to sell or to say. */
    static final Set<Topic> TRADES = EnumSet
            .complementOf(EnumSet.of(Topic.REPORT, Topic.SCRIPT, Topic.OFFER));

    /** Where a page speaks to its readers and to search engines. */
    static final Set<Field> SAID = EnumSet.of(Field.TITLE, Field.TEXT, Field.ANCHOR, Field.META, Field.HIDDEN,
            Field.ADDED);

    private static final double REPORT_MUFFLES = 0.9;
    /** A report quotes what it reports on; quotation marks without any report tell little. */
    private static final double QUOTED_MUFFLES = 0.7;
    private static final double QUOTED_AT_ALL = 0.3;
    /** What many pages of the portal say that are well weighs less, never nothing: it may be for sale there too. */
    private static final double USUAL_MUFFLES = 0.3;

    static TopicScore of(Seen seen, Set<Topic> topics, Set<Field> fields) {
        return of(seen, hit -> topics.contains(hit.topic()) && fields.contains(hit.field()));
    }

    static TopicScore of(Seen seen, Predicate<Hit> counted) {
        return of(seen, seen.hits().stream().filter(counted).toList(), shown(seen));
    }

    /** Whether it is advertising that the page says somewhere. */
    static boolean said(Hit hit) {
        return TRADES.contains(hit.topic()) && SAID.contains(hit.field());
    }

    /** Only what a reader cannot see: a folded menu that says what the page shows elsewhere hides nothing. */
    static TopicScore ofHidden(Seen seen, Set<Topic> topics) {
        Set<String> shown = shown(seen);
        List<Hit> hits = seen.hits().stream()
                .filter(hit -> hit.field() == Field.HIDDEN && topics.contains(hit.topic()))
                .filter(hit -> !shown.contains(hit.signature())).toList();
        return of(seen, hits, shown);
    }

    /** What a title or a description says and the page itself does not. */
    static TopicScore beyondText(Seen seen, Set<Topic> topics, Set<Field> fields) {
        Predicate<Hit> there = hit -> topics.contains(hit.topic()) && fields.contains(hit.field());
        String text = seen.hits().stream().noneMatch(there)
                ? ""
                : seen.content().visibleText().toLowerCase(Locale.ROOT);
        return of(seen, hit -> there.test(hit) && !text.contains(hit.quote().toLowerCase(Locale.ROOT)));
    }

    private static TopicScore of(Seen seen, List<Hit> hits, Set<String> shown) {
        ToDoubleFunction<Hit> worth = hit -> worth(seen, hit, shown);
        List<Hit> offers = seen.hits().stream().filter(hit -> hit.topic() == Topic.OFFER).toList();
        Utterances utterances = Utterances.of(hits, worth, offers);
        return new TopicScore(utterances.score(), hits.stream().max(Comparator.comparingDouble(worth)),
                utterances.signatures(), utterances.count());
    }

    /** The signatures that match what a reader sees. */
    private static Set<String> shown(Seen seen) {
        return seen.hits().stream().filter(hit -> hit.field() == Field.TEXT && !hit.hidden())
                .map(Hit::signature)
                .collect(Collectors.toSet());
    }

    private static double worth(Seen seen, Hit hit, Set<String> shown) {
        boolean planted = hit.field() == Field.HIDDEN && !shown.contains(hit.signature());
        double own = seen.context().usual().contains(hit.signature()) ? 1 - USUAL_MUFFLES : 1;
        double report = planted ? seen.context().beside(hit) : seen.context().around(hit);
        double quoted = hit.quoted()
                ? 1 - QUOTED_MUFFLES * Math.clamp(2 * seen.context().report(), QUOTED_AT_ALL, 1)
                : 1;
        return hit.weight() * quoted * (planted ? 1 : own) * (1 - REPORT_MUFFLES * report);
    }
}
