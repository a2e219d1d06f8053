/**
 * People, their passwords and their sessions. {@link vn.vonggac.account.Accounts} sets up the first administrator with
 * the code that the console prints, and signs people in; {@link vn.vonggac.account.Sessions} knows who holds a
 * session's token and what {@link vn.vonggac.portal.Scope} they see. Only hashes of tokens and passwords are kept.
 */
@NullMarked
package vn.vonggac.account;

import org.jspecify.annotations.NullMarked;
