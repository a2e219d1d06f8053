package vn.vonggac.account;

import java.time.Instant;

/** What became of an attempt to sign in. */
public sealed interface SignIn {

    /** The token belongs into the person's cookie and nowhere else. */
    record Opened(Person person, String token) implements SignIn {}

    /** Name and password do not fit; which of them is not said. */
    record Wrong() implements SignIn {}

    /** Too many failures: not before this moment. */
    record Locked(Instant until) implements SignIn {}
}
