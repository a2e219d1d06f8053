package vn.vonggac.visit;

import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Verdict;

/** What was seen of a page and what it amounts to. */
public record Judgement(Observation observation, Verdict verdict) {}
