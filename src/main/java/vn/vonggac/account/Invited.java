package vn.vonggac.account;

import java.time.Instant;

/** Somebody who may come in with this code, once. It is shown to whoever invited them and kept nowhere. */
public record Invited(Person person, String code, Instant until) {

    @Override
    public String toString() {
        return "Invited[" + person.signInName() + "]";
    }
}
