package vn.vonggac.detector;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Seen;
import vn.vonggac.signature.Field;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

/**
 * How strongly a page speaks for some topics: the signatures that matched, each counted once at its strongest
 * place, added up as noisy-or. What a reader can see counts less the more the page reports on offences.
 */
record TopicScore(double score, Optional<Hit> strongest, int signatures) {

    private static final double REPORT_MUFFLES = 0.9;
    private static final Set<Field> READ_BY_PEOPLE = EnumSet.of(Field.TITLE, Field.TEXT, Field.META,
            Field.ADDED,
            Field.ANCHOR);

    static TopicScore of(Seen seen, Set<Topic> topics, Set<Field> fields) {
        List<Hit> hits = seen.hits().stream()
                .filter(hit -> topics.contains(hit.topic()) && fields.contains(hit.field())).toList();
        Map<String, Double> strongest = hits.stream()
                .collect(Collectors.toMap(Hit::signature, hit -> worth(seen, hit), Math::max));
        double doubt = strongest.values().stream().reduce(1.0, (left, worth) -> left * (1 - worth));
        return new TopicScore(1 - doubt,
                hits.stream().max(Comparator.comparingDouble(hit -> worth(seen, hit))),
                strongest.size());
    }

    private static double worth(Seen seen, Hit hit) {
        boolean read = READ_BY_PEOPLE.contains(hit.field()) && !hit.hidden();
        return hit.weight() * (read ? 1 - REPORT_MUFFLES * seen.context().report() : 1);
    }
}
