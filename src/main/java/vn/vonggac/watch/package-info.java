/**
 * When to look. A portal is the unit of work: one Quartz job each, never two at a time, kept in a job store that
 * outlives the process. A round looks at what is due ({@link vn.vonggac.watch.Frontier}), takes it down the one
 * path, and hands the result on. A watchdog outside Quartz sees to it that silence is noticed.
 */
@NullMarked
package vn.vonggac.watch;

import org.jspecify.annotations.NullMarked;
