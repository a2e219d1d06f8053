package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Detectors;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Weights;
import vn.vonggac.visit.ExampleLooks;
import vn.vonggac.visit.OnePath;

/** Shows detectors by their own examples, judged at that moment by the path that judges visits. */
@Singleton
final class DetectorPages {

    private final Detectors detectors;
    private final Weights weights;
    private final ExampleLooks looks;
    private final OnePath path;

    DetectorPages(Detectors detectors, Weights weights, ExampleLooks looks, OnePath path) {
        this.detectors = detectors;
        this.weights = weights;
        this.looks = looks;
        this.path = path;
    }

    /** All there are, by family. */
    List<Detector> all() {
        return detectors.all().stream()
                .sorted(Comparator.comparing(Detector::family).thenComparing(Detector::id)).toList();
    }

    Optional<DetectorPage> of(String id) {
        return all().stream().filter(detector -> detector.id().equals(id)).findFirst()
                .map(detector -> new DetectorPage(detector, weights.of(id),
                        detector.examples().stream().map(example -> shown(id, example)).toList()));
    }

    private DetectorPage.Shown shown(String id, Example example) {
        return new DetectorPage.Shown(example, path.judge(looks.of(example)).verdict().findings().stream()
                .filter(finding -> finding.detector().equals(id)).toList());
    }
}
