package vn.vonggac.demo;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import vn.vonggac.account.Accounts;
import vn.vonggac.account.Invited;
import vn.vonggac.account.NewPassword;
import vn.vonggac.account.People;
import vn.vonggac.account.PersonDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

/** The people of the province, one of each role: the first is set up, the others are invited, as anywhere. */
@Singleton
final class Staff {

    /** Who answers for the province, by the name to sign in. */
    static final String ADMINISTRATOR = "an";

    private final Accounts accounts;
    private final People people;

    Staff(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /** Lets them in, each with this password. */
    void engage(String password) {
        List<Map<String, Object>> rows = Material.maps(Material.map("province.yml"), "people");
        Map<String, Object> first = rows.getFirst();
        saved(accounts.setUp(new Accounts.FirstAdministrator(accounts.newSetUpCode(),
                Material.word(first, "fullName"), Material.word(first, "name"), password, password)));
        rows.stream().skip(1).forEach(row -> engage(row, password));
    }

    private void engage(Map<String, Object> row, String password) {
        Invited invited = saved(people.invite(Scope.EVERYTHING, new PersonDraft(Material.word(row, "name"),
                Material.word(row, "fullName"), Material.word(row, "role"), Material.word(row, "agency")),
                ADMINISTRATOR));
        saved(accounts.join(invited.code(), new NewPassword(password, password), "127.0.0.1"));
    }

    private static <T> T saved(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Saved<T>(T value)) {
            return value;
        }
        throw new IllegalStateException("The province's people are refused: " + outcome);
    }
}
