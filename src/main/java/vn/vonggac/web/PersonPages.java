package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.account.Factors;
import vn.vonggac.account.People;
import vn.vonggac.account.Person;
import vn.vonggac.account.Role;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;

/** People as the desk lists them, and what their form offers. */
@Singleton
final class PersonPages {

    private final People people;
    private final Factors factors;
    private final Agencies agencies;

    PersonPages(People people, Factors factors, Agencies agencies) {
        this.people = people;
        this.factors = factors;
        this.agencies = agencies;
    }

    Listing<PersonRow> list(Desk desk) {
        Map<Long, String> names = agencies.all(desk.scope()).stream()
                .collect(Collectors.toMap(Agency::id, Agency::name));
        boolean due = !desk.address().value("due").isEmpty();
        long total = due ? due(desk) : people.list(desk.scope(), 1, 0).total();
        return Listing.of(desk.address(), total,
                (size, skip) -> (due
                        ? people.due(desk.scope(), size, skip)
                        : people.list(desk.scope(), size, skip)).rows().stream()
                        .map(person -> row(desk, person, names)).toList());
    }

    /** How many people's rights have to be looked at. */
    long due(Desk desk) {
        return people.due(desk.scope(), 1, 0).total();
    }

    PersonRow row(Desk desk, Person person) {
        Long agency = person.agencyId();
        Map<Long, String> names = agency == null
                ? Map.of()
                : agencies.find(desk.scope(), agency).map(found -> Map.of(agency, found.name()))
                        .orElseGet(Map::of);
        return row(desk, person, names);
    }

    private PersonRow row(Desk desk, Person person, Map<Long, String> names) {
        Long agency = person.agencyId();
        String where = agency == null ? desk.say("web.person.everywhere") : names.getOrDefault(agency, "");
        return new PersonRow(person, where, state(person), people.dueForReview(person),
                factors.has(person));
    }

    private String state(Person person) {
        if (person.disabled()) {
            return "disabled";
        }
        if (person.invited()) {
            return "invited";
        }
        return people.idle(person) ? "idle" : "active";
    }

    static List<Choice> roles(Desk desk) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.word(), desk.say("account.role." + role.word()))).toList();
    }

    /** One's own agencies, and all of them for one who sees all. */
    List<Choice> places(Desk desk) {
        Stream<Choice> every = desk.scope().everything()
                ? Stream.of(new Choice("", desk.say("web.person.everywhere")))
                : Stream.of();
        return Stream.concat(every, new AgencyTree(agencies.all(desk.scope())).choices(Agency::code).stream())
                .toList();
    }
}
