package vn.vonggac.portal;

import java.util.Optional;
import java.util.function.Predicate;

/** One kind of thing that is kept, as all of them are found, added, changed and removed within a scope. */
public interface Kept<T, D extends Draft> {

    Optional<T> find(Scope scope, long id);

    /** A thing as its form shows it; the same draft handed back changes nothing. */
    D draft(T kept);

    Outcome<T> add(Scope scope, D draft, String who);

    default Outcome<T> change(Scope scope, long id, D draft, String who) {
        return change(scope, id, any -> true, draft, who);
    }

    /** Changes it only while it is still as the one who asks knows it; nobody else changes it in between. */
    Outcome<T> change(Scope scope, long id, Predicate<T> still, D draft, String who);

    Outcome<T> remove(Scope scope, long id, String who);
}
