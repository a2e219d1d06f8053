/** The detectors, one hidden class each. Nobody imports this package: they are found by injection. */
@NullMarked
package vn.vonggac.detector;

import org.jspecify.annotations.NullMarked;
