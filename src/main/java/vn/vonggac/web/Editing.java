package vn.vonggac.web;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditEntry;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.portal.Draft;
import vn.vonggac.portal.Kept;
import vn.vonggac.portal.Outcome;

/** Changes a thing by its form, unless somebody else did after the form was opened: then both are shown. */
@Singleton
final class Editing {

    private final Audit audit;
    private final InstantSource time;

    Editing(Audit audit, InstantSource time) {
        this.audit = audit;
        this.time = time;
    }

    /**
     * Where a form is.
     *
     * @param object how the trail names what it is about
     * @param next where it leads when it is done, and {@code done} the word for that
     * @param again the page with the form on it
     */
    record Place(String object, String next, String done, Supplier<JteModel> again) {}

    <T, D extends Draft> MutableHttpResponse<String> change(Desk desk, Kept<T, D> kept, long id,
            Class<D> type, Form form, Place place) {
        D draft = Drafts.read(form, type);
        Function<Predicate<T>, Outcome<T>> wish = still -> kept.change(desk.scope(), id, still, draft,
                desk.who());
        return change(form, place, wish, kept::draft,
                () -> kept.find(desk.scope(), id).map(kept::draft));
    }

    /** The same for what is kept in a way of its own. */
    <T> MutableHttpResponse<String> change(Form form, Place place,
            Function<Predicate<T>, Outcome<T>> wish, Function<T, ? extends Draft> draft,
            Supplier<? extends Optional<? extends Draft>> now) {
        if (!form.sound()) {
            return Reply.again(place.again().get());
        }
        return switch (wish.apply(known -> Drafts.knows(form, draft.apply(known)))) {
            case Outcome.Saved<T> saved -> Reply.done(place.next(), place.done());
            case Outcome.Rejected<T> rejected -> {
                form.reject(rejected.problems());
                yield Reply.again(place.again().get());
            }
            case Outcome.Absent<T> absent -> Reply.absent();
            case Outcome.Stale<T> stale -> now.get().map(theirs -> stale(form, place, theirs))
                    .orElseGet(Reply::absent);
        };
    }

    private MutableHttpResponse<String> stale(Form form, Place place, Draft now) {
        List<AuditEntry> last = audit.find(new AuditFilter("", "", place.object()), 1, 0);
        form.meet(
                new Meanwhile(last.isEmpty() ? "" : last.getFirst().who(),
                        last.isEmpty() ? time.instant() : last.getFirst().at(),
                        Drafts.differences(form, now)),
                Drafts.version(now));
        return Reply.page(HttpStatus.CONFLICT, place.again().get());
    }
}
