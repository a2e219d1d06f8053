package vn.vonggac.detector;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Field;

/**
 * A part of the page that search engines show and a reader hardly looks at says what a trade says, while the page's
 * own text neither says nor reports it: a headline repeated over an article is said once.
 */
abstract sealed class FieldHijackDetector implements Detector
        permits TitleHijackDetector, MetaHijackDetector {

    private static final double WORTH_SAYING = 0.3;

    private final String id;
    private final Set<Field> field;

    FieldHijackDetector(String id, Field field) {
        this.id = id;
        this.field = EnumSet.of(field);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Family family() {
        return Family.PLACE;
    }

    @Override
    public final List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        TopicScore score = TopicScore.beyondText(seen, TopicScore.TRADES, field);
        return score.strongest().filter(hit -> score.score() >= WORTH_SAYING)
                .map(hit -> Finding.of(this, Severity.HIGH,
                        score.score(), seen.view(), hit.place(), hit.quote(), hit.quote()));
    }
}
