package vn.vonggac.account;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Scope;

/** The way back for somebody whom no other administrator could let in: for whoever has the machine itself. */
@Singleton
public final class LostWays {

    private static final String WHO = "console";

    private final PersonRows rows;
    private final People people;
    private final Guesses guesses;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    LostWays(PersonRows rows, People people, Guesses guesses, Audit audit,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.people = people;
        this.guesses = guesses;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * A code with which they choose a new password and enrol anew; disabled or locked they no longer are, and whoever
     * was signed in as them no longer is. Nothing where there is no such person, or more than one without a name.
     */
    public Optional<Invited> letInAgain(Optional<String> signInName) {
        return transactions.executeWrite(status -> who(signInName).map(person -> {
            audit.record(WHO, "account.act.console-code", "person:" + person.id(), person.signInName());
            people.resetFactor(Scope.EVERYTHING, person.id(), WHO);
            guesses.right(guesses.name(person.signInName()));
            guesses.right(guesses.factor(person));
            return people.letIn(person, WHO);
        }));
    }

    private Optional<Person> who(Optional<String> signInName) {
        if (signInName.isPresent()) {
            return rows.findBySignInName(PersonRules.name(signInName.get()));
        }
        List<Person> administrators = rows.findByRole(Role.ADMINISTRATOR);
        return administrators.size() == 1 ? Optional.of(administrators.getFirst()) : Optional.empty();
    }
}
