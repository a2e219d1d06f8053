/**
 * The contract of detectors, running them all, and the verdict. A {@link vn.vonggac.detect.Detector} turns an
 * {@link vn.vonggac.detect.Observation} into {@link vn.vonggac.detect.Finding}s; {@link vn.vonggac.detect.Judge}
 * weighs them into a {@link vn.vonggac.detect.Verdict}.
 */
@NullMarked
package vn.vonggac.detect;

import org.jspecify.annotations.NullMarked;
