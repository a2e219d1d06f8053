package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Gravity;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Handling.Word;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Resolution;

/** Does to an incident what its page's forms ask for; what cannot be done is said beside the field. */
@Singleton
final class IncidentActs {

    private static final int LONGEST_NOTE = 2000;

    private final Incidents incidents;
    private final InstantSource time;

    IncidentActs(Incidents incidents, InstantSource time) {
        this.incidents = incidents;
        this.time = time;
    }

    /** Empty where there is no such incident for this reader; the form says whether it was done. */
    Optional<Outcome> act(Desk desk, long id, IncidentAct act, Form form) {
        String note = form.typed("note").strip();
        if (note.length() > LONGEST_NOTE) {
            form.reject("note", "web.problem.long", LONGEST_NOTE, note.length());
        }
        Function<Incident, Outcome> wish = wish(act, form, new Word(desk.who(), time.instant(), note));
        if (!form.sound()) {
            return incidents.find(desk.scope(), id).map(incident -> new Outcome.ReasonMissing());
        }
        Optional<Outcome> outcome = act == IncidentAct.LOOK_AGAIN
                ? incidents.lookAgain(desk.scope(), id, desk.who())
                : incidents.handle(desk.scope(), id, incident -> unlessChanged(act, form, incident, wish));
        outcome.ifPresent(came -> say(came, form));
        return outcome;
    }

    /** What one person decides stands on what the other did not yet change; a note is no decision. */
    private static Outcome unlessChanged(IncidentAct act, Form form, Incident incident,
            Function<Incident, Outcome> wish) {
        return act.decides() && !form.typed("version").equals(incident.version())
                ? new Outcome.ChangedMeanwhile()
                : wish.apply(incident);
    }

    private static Function<Incident, Outcome> wish(IncidentAct act, Form form, Word word) {
        return switch (act) {
            case ACKNOWLEDGE -> incident -> Handling.acknowledge(incident, word);
            case CLOSE -> chosen(form, "resolution", Resolution.class,
                    resolution -> incident -> Handling.close(incident, resolution, word));
            case REOPEN -> incident -> Handling.reopen(incident, word);
            case SEVERITY -> chosen(form, "severity", Severity.class,
                    severity -> incident -> Handling.severity(incident, severity, word));
            case GRAVITY -> chosen(form, "gravity", Gravity.class,
                    gravity -> incident -> Handling.gravity(incident, gravity, word));
            case REPORTED -> {
                String clock = form.line("clock");
                yield incident -> Handling.reported(incident, clock, word);
            }
            case NOTE, LOOK_AGAIN -> incident -> Handling.note(incident, word);
        };
    }

    private static <E extends Enum<E>> Function<Incident, Outcome> chosen(Form form, String field,
            Class<E> kind, Function<E, Function<Incident, Outcome>> wish) {
        Optional<E> choice = form.choice(field, kind);
        return choice.map(wish).orElse(incident -> new Outcome.ReasonMissing());
    }

    private static void say(Outcome outcome, Form form) {
        if (outcome instanceof Outcome.NotAllowed) {
            form.reject("act", "web.incident.problem.not-allowed");
        } else if (outcome instanceof Outcome.ChangedMeanwhile) {
            form.reject("act", "web.incident.problem.changed");
        } else if (outcome instanceof Outcome.ReasonMissing) {
            form.reject("note", "web.incident.problem.reason");
        }
    }
}
