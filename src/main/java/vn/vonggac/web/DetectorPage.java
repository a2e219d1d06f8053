package vn.vonggac.web;

import java.util.List;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Finding;

/** A detector as its own examples show it: what it says of each, and what its word weighs. */
public record DetectorPage(Detector detector, double weight, List<Shown> examples) {

    public DetectorPage {
        examples = List.copyOf(examples);
    }

    /** An example, and what this detector finds on it. */
    public record Shown(Example example, List<Finding> findings) {

        public Shown {
            findings = List.copyOf(findings);
        }
    }
}
