/**
 * Tells people of incidents. What was done to an incident becomes a {@link vn.vonggac.notify.Message} for each
 * {@link vn.vonggac.notify.Channel} that is meant, in the same transaction in which it is taken in; the outbox sends
 * what is due, again and again with longer and longer pauses, and says so when it gives up. What is said is put into
 * words when it is sent, so that it is never older than the sending.
 */
@NullMarked
package vn.vonggac.notify;

import org.jspecify.annotations.NullMarked;
