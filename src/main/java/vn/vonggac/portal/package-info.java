/**
 * What is watched, and for whom: agencies in their tree, their portals, the companies that host them, and the
 * periods in which the watch is denser. Somebody's wish comes in as a draft, every field as it was typed, and
 * goes out as an {@link vn.vonggac.portal.Outcome}: kept, or the fields that are wrong and why. Forms, the
 * interface for programs and tables from a spreadsheet therefore accept and refuse the same. Everything asked
 * of this package names the {@link vn.vonggac.portal.Scope} of the one who asks.
 */
@NullMarked
package vn.vonggac.portal;

import org.jspecify.annotations.NullMarked;
