package vn.vonggac.account;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

/** Which account here is whose at the provider: said by an administrator, never by whoever comes. */
@Singleton
public final class LinkedIdentities {

    private static final int LONGEST = 255;

    private final LinkedIdentityRows rows;
    private final People people;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    LinkedIdentities(LinkedIdentityRows rows, People people, Audit audit,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.people = people;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What was said of somebody; empty where nothing was. */
    public String of(Person person) {
        return rows.findByPersonId(person.id()).map(LinkedIdentity::identity).orElse("");
    }

    /** Links somebody to a verified e-mail address or a subject of the provider; nothing takes the link away. */
    public Outcome<Person> link(Scope scope, long id, String typed, String who) {
        String identity = typed.contains("@") ? typed.strip().toLowerCase(Locale.ROOT) : typed.strip();
        return transactions.executeWrite(status -> {
            Optional<Person> person = people.find(scope, id);
            if (person.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!identity.isEmpty() && PersonRules.unfit(identity, LONGEST)) {
                return Outcome.rejected("identity", "account.problem.identity", LONGEST);
            }
            if (rows.findByIdentity(identity).or(() -> rows.findBySubject(identity))
                    .filter(linked -> linked.personId() != id).isPresent()) {
                return Outcome.rejected("identity", "account.problem.identity-taken");
            }
            rows.deleteByPersonId(id);
            if (!identity.isEmpty()) {
                rows.save(
                        new LinkedIdentity(id, identity, identity.contains("@") ? null : identity));
            }
            audit.record(who, "account.act.link", "person:" + id, identity);
            return new Outcome.Saved<>(person.get());
        });
    }

    /** Whose account it is: by the subject, or by the verified address where nobody came with it yet. */
    Optional<Person> find(Identity identity) {
        return transactions.executeWrite(status -> rows.findBySubject(identity.subject())
                .or(() -> byAddress(identity)).flatMap(linked -> people.find(Scope.EVERYTHING,
                        linked.personId())));
    }

    private Optional<LinkedIdentity> byAddress(Identity identity) {
        return Optional.of(identity.email()).filter(email -> !email.isEmpty()).flatMap(rows::findByIdentity)
                .filter(linked -> rows.pin(linked.personId(), identity.subject()) == 1);
    }
}
