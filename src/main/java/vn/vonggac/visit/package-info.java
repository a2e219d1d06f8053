/** The one path: whatever looks at a page goes through here, whether watch, check, evaluate or replay; they differ only in where the exchange comes from and where the result goes. */
@NullMarked
package vn.vonggac.visit;

import org.jspecify.annotations.NullMarked;
