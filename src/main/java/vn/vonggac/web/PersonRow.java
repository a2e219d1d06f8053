package vn.vonggac.web;

import java.util.Optional;
import vn.vonggac.account.Person;

/** A person as a list shows them. {@code state} is a word of {@code web.person.state}. */
public record PersonRow(Person person, String agency, String state, boolean dueForReview,
        boolean secondFactor) {

    public Optional<java.time.Instant> lastSignIn() {
        return Optional.ofNullable(person.signedInAt());
    }
}
