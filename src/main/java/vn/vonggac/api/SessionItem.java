package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import vn.vonggac.account.Person;
import vn.vonggac.account.SignedIn;
import vn.vonggac.audit.Slug;

/**
 * Who is signed in.
 *
 * @param name they sign in with
 * @param everything whether they see every agency
 * @param agencies the numbers of those they see, where it is not every one
 * @param owes what has to be done before anything else: factor, enrolment or password; nothing where it is empty
 */
@Serdeable
@Schema(name = "Session")
record SessionItem(String name, String fullName, String role, boolean everything, List<Long> agencies,
        String owes) {

    SessionItem {
        agencies = List.copyOf(agencies);
    }

    static SessionItem of(SignedIn signedIn) {
        Person person = signedIn.person();
        return new SessionItem(person.signInName(), person.fullName(), Slug.of(person.role()),
                signedIn.scope().everything(), signedIn.scope().agencies().stream().sorted().toList(),
                signedIn.duty().map(Slug::of).orElse(""));
    }
}
