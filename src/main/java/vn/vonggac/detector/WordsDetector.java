package vn.vonggac.detector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.signature.Topic;

/** What detectors of words have in common: one finding a view, at the strongest place, that says how many more. */
abstract sealed class WordsDetector implements Detector
        permits GamblingWordsDetector, SpamWordsDetector, DefacementWordsDetector {

    private static final double WORTH_SAYING = 0.3;

    private final String id;
    private final Family family;
    private final Severity severity;
    private final Set<Topic> topics;

    WordsDetector(String id, Family family, Severity severity, Set<Topic> topics) {
        this.id = id;
        this.family = family;
        this.severity = severity;
        this.topics = topics;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Family family() {
        return family;
    }

    @Override
    public final List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(seen).stream()).toList();
    }

    private Optional<Finding> look(Seen seen) {
        TopicScore score = TopicScore.of(seen, topics, TopicScore.SAID);
        double sure = sure(seen, score);
        return score.strongest().filter(hit -> sure >= WORTH_SAYING)
                .map(hit -> Finding.of(this, severity, sure, seen.view(), hit.place(), hit.quote(),
                        hit.quote(), String.valueOf(score.signatures())));
    }

    /** How sure the words make, given what else the page says. */
    double sure(Seen seen, TopicScore score) {
        return score.score();
    }
}
