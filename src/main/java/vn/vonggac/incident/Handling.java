package vn.vonggac.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Step.Deed;

/** What a person does to an incident. Pure; what the transition table does not allow is an answer, not an error. */
public final class Handling {

    private Handling() {}

    /** Who did it, when, with which words. */
    public record Word(String actor, Instant at, String note) {

        Step step(Deed deed, String what) {
            return new Step(at, actor, deed,
                    what.isEmpty() ? note : note.isEmpty() ? what : what + ": " + note);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is done. */
        record Done(Incident incident, List<Step> steps) implements Outcome {

            public Done {
                steps = List.copyOf(steps);
            }
        }

        /** An incident that stands there cannot be treated so. */
        record NotAllowed(Status status, Action action) implements Outcome {}

        /** A reason is asked for and was not given. */
        record ReasonMissing() implements Outcome {}

        /** Somebody else decided something about it since it was read; nothing was done. */
        record ChangedMeanwhile() implements Outcome {}
    }

    public static Outcome acknowledge(Incident incident, Word word) {
        return move(incident.with(incident.standing().takenBy(word.actor())), Action.ACKNOWLEDGE,
                word.step(Deed.ACKNOWLEDGED, ""));
    }

    /** Closes it for a reason; that a true attack is gone is for visits to prove, not for a person to say. */
    public static Outcome close(Incident incident, Resolution resolution, Word word) {
        if (resolution == Resolution.TRUE_POSITIVE) {
            return new Outcome.NotAllowed(incident.standing().status(), Action.CLOSE);
        }
        return word.note().isBlank()
                ? new Outcome.ReasonMissing()
                : move(incident.with(incident.standing().resolved(Optional.of(resolution))), Action.DISMISS,
                        word.step(Deed.CLOSED, resolution.id()));
    }

    /** Closes a true attack that visits have not proved gone: for those who answer for it, with their reason. */
    public static Outcome closeUnproved(Incident incident, Word word) {
        return word.note().isBlank()
                ? new Outcome.ReasonMissing()
                : move(incident.with(incident.standing().resolved(Optional.of(Resolution.TRUE_POSITIVE))),
                        Action.DISMISS, word.step(Deed.CLOSED, Resolution.TRUE_POSITIVE.id()));
    }

    /** Gives an open incident to somebody, without saying anything about it. */
    public static Outcome assign(Incident incident, String person, Word word) {
        return incident.active()
                ? new Outcome.Done(incident.with(incident.standing().takenBy(person)),
                        List.of(word.step(Deed.ASSIGNED, person)))
                : new Outcome.NotAllowed(incident.standing().status(), Action.ACKNOWLEDGE);
    }

    public static Outcome reopen(Incident incident, Word word) {
        return word.note().isBlank()
                ? new Outcome.ReasonMissing()
                : move(incident.with(incident.standing().resolved(Optional.empty())), Action.REOPEN,
                        word.step(Deed.REOPENED, ""));
    }

    public static Outcome severity(Incident incident, Severity severity, Word word) {
        return word.note().isBlank()
                ? new Outcome.ReasonMissing()
                : new Outcome.Done(incident.with(incident.standing().heldAt(severity)),
                        List.of(word.step(Deed.SEVERITY_SET,
                                Slug.of(severity))));
    }

    /** Says how heavily the law takes it; that decides which clocks run. */
    public static Outcome gravity(Incident incident, Gravity gravity, Word word) {
        return word.note().isBlank()
                ? new Outcome.ReasonMissing()
                : new Outcome.Done(incident.with(incident.standing().weighed(gravity)),
                        List.of(word.step(Deed.GRAVITY_SET, Slug.of(gravity))));
    }

    /** Says that what a clock asks for was sent. */
    public static Outcome reported(Incident incident, String clock, Word word) {
        return new Outcome.Done(incident, List.of(word.step(Deed.CLOCK_STOPPED, clock)));
    }

    /** Says that the pages say again what they should, where visits cannot tell: a new design, a page never seen well. */
    public static Outcome restored(Incident incident, Word word) {
        if (word.note().isBlank()) {
            return new Outcome.ReasonMissing();
        }
        List<Step> steps = new ArrayList<>();
        return incident.toBeRestored()
                ? new Outcome.Done(incident.restored(word.step(Deed.RESTORED, ""), steps), steps)
                : new Outcome.NotAllowed(incident.standing().status(), Action.RESTORE);
    }

    /** Says that somebody who answers for the portal was written to. */
    public static Outcome noticed(Incident incident, String whom, Word word) {
        return incident.active()
                ? new Outcome.Done(incident, List.of(word.step(Deed.NOTICED, whom)))
                : new Outcome.NotAllowed(incident.standing().status(), Action.ACKNOWLEDGE);
    }

    /** Says that a step of the playbook was done. */
    public static Outcome followed(Incident incident, String step, Word word) {
        return new Outcome.Done(incident, List.of(word.step(Deed.PLAYBOOK, step)));
    }

    public static Outcome note(Incident incident, Word word) {
        return word.note().isBlank()
                ? new Outcome.ReasonMissing()
                : new Outcome.Done(incident, List.of(word.step(Deed.NOTED, "")));
    }

    private static Outcome move(Incident incident, Action action, Step step) {
        List<Step> steps = new ArrayList<>();
        Incident moved = incident.move(action, step, steps);
        return steps.isEmpty()
                ? new Outcome.NotAllowed(incident.standing().status(), action)
                : new Outcome.Done(moved, steps);
    }
}
