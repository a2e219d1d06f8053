/**
 * The trail of who did what: one line an act, appended in the transaction of the act itself, never changed and
 * never removed. Every other package writes to it, so it stands at the top and knows none of them: an object
 * is named by a word such as {@code portal:12}. Each line is sealed with the one before, so that
 * an edited or a removed one is found.
 */
@NullMarked
package vn.vonggac.audit;

import org.jspecify.annotations.NullMarked;
