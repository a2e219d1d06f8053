package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Scope;

/** Which agencies somebody sees: their own with all below, or every one there is. */
@Singleton
final class Reach {

    private final Agencies agencies;

    Reach(Agencies agencies) {
        this.agencies = agencies;
    }

    Scope of(Person person) {
        Long agency = person.agencyId();
        return agency == null ? Scope.EVERYTHING : below(agency);
    }

    /** Of these, what lies below another agency too. */
    Scope of(Person person, Optional<Long> within) {
        Scope whole = of(person);
        return within.map(agency -> both(whole, below(agency))).orElse(whole);
    }

    private Scope below(long agency) {
        return Scope.of(agencies.withThoseBelow(List.of(agency)));
    }

    private static Scope both(Scope whole, Scope narrow) {
        Set<Long> seen = new HashSet<>(narrow.agencies());
        seen.removeIf(agency -> !whole.includes(agency));
        return Scope.of(seen);
    }
}
