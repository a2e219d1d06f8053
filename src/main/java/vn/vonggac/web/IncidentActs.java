package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Feedback;
import vn.vonggac.incident.Gravity;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Handling.Word;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Playbooks;
import vn.vonggac.incident.Proposal;
import vn.vonggac.incident.Resolution;
import vn.vonggac.incident.Silences;

/** Does to an incident what its page's forms ask for; what cannot be done is said beside the field. */
@Singleton
final class IncidentActs {

    private static final int LONGEST_NOTE = 2000;

    private static final int LONGEST_SILENCE = (int) Silences.LONGEST.toDays();

    private final Incidents incidents;
    private final Feedback feedback;
    private final Silences silences;
    private final Playbooks playbooks;
    private final NegativeExamples negatives;
    private final InstantSource time;

    IncidentActs(Incidents incidents, Feedback feedback, Silences silences, Playbooks playbooks,
            NegativeExamples negatives, InstantSource time) {
        this.incidents = incidents;
        this.feedback = feedback;
        this.silences = silences;
        this.playbooks = playbooks;
        this.negatives = negatives;
        this.time = time;
    }

    /** Empty where there is no such incident for this reader; the form says whether it was done. */
    Optional<Outcome> act(Desk desk, long id, IncidentAct act, Form form) {
        String note = form.typed("note").strip();
        if (note.length() > LONGEST_NOTE) {
            form.reject("note", "web.problem.long", LONGEST_NOTE, note.length());
        }
        Word word = new Word(desk.who(), time.instant(), note);
        if (act == IncidentAct.SPLIT_PAGES || act == IncidentAct.SPLIT_DETECTOR) {
            return split(desk, id, act, form, word);
        }
        if (act == IncidentAct.TICK) {
            return tick(desk, id, form, word);
        }
        if (act == IncidentAct.CLOSE && form.value("resolution").equals(Resolution.FALSE_POSITIVE.id())) {
            return falseAlarm(desk, id, form, word);
        }
        Function<Incident, Outcome> wish = wish(desk, act, form, word);
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

    private static Outcome close(Desk desk, Incident incident, Resolution resolution, Word word) {
        return resolution == Resolution.TRUE_POSITIVE && desk.may(May.CLOSE_UNPROVED)
                ? Handling.closeUnproved(incident, word)
                : Handling.close(incident, resolution, word);
    }

    /** A false alarm says which finding was wrong, and may ask that exactly that stays quiet, or is no hit any more. */
    private Optional<Outcome> falseAlarm(Desk desk, long id, Form form, Word word) {
        Optional<Incident> incident = incidents.find(desk.scope(), id);
        Set<String> wrong = form.ticks("wrong");
        if (wrong.isEmpty() && incident.filter(found -> found.evidence().isEmpty()).isEmpty()) {
            form.reject("wrong", "web.incident.problem.wrong");
        }
        Optional<Instant> until = until(form, word.at());
        if (!form.sound()) {
            return incident.map(found -> new Outcome.ReasonMissing());
        }
        Optional<Outcome> outcome = feedback.falseAlarm(desk.scope(), id, wrong,
                found -> unlessChanged(IncidentAct.CLOSE, form, found,
                        same -> Handling.close(same, Resolution.FALSE_POSITIVE, word)));
        outcome.ifPresent(came -> say(came, form));
        if (form.sound() && incident.isPresent()) {
            Set<String> chosen = form.ticks("example").stream().filter(wrong::contains)
                    .collect(Collectors.toSet());
            negatives.add(desk, incident.get(), chosen);
            until.ifPresent(end -> wrong.forEach(detector -> silences.add(desk.scope(),
                    Proposal.of(incident.get(), detector), word.note(), end, desk.who())));
        }
        return outcome;
    }

    private static Optional<Instant> until(Form form, Instant now) {
        if (!form.ticked("silence")) {
            return Optional.empty();
        }
        String days = form.typed("days");
        if (!days.matches("[1-9]\\d?") || Integer.parseInt(days) > LONGEST_SILENCE) {
            form.reject("days", "web.problem.choice");
            return Optional.empty();
        }
        return Optional.of(now.plus(Duration.ofDays(Integer.parseInt(days))));
    }

    private Optional<Outcome> tick(Desk desk, long id, Form form, Word word) {
        String step = form.line("step");
        return incidents.find(desk.scope(), id).flatMap(incident -> playbooks.find(incident.kind(), step)
                .map(item -> incidents.handle(desk.scope(), id, found -> Handling.followed(found,
                        item.id() + ": " + item.in(desk.language()), word)))
                .orElseGet(() -> {
                    form.reject("act", "web.problem.choice");
                    return Optional.of(new Outcome.ReasonMissing());
                }));
    }

    private Optional<Outcome> split(Desk desk, long id, IncidentAct act, Form form, Word word) {
        if (word.note().isEmpty()) {
            form.reject("note", "web.incident.problem.reason");
        }
        if (!form.sound()) {
            return incidents.find(desk.scope(), id).map(incident -> new Outcome.ReasonMissing());
        }
        Optional<Incident> off = act == IncidentAct.SPLIT_PAGES
                ? incidents.splitPages(desk.scope(), id, form.ticks("page"), word)
                : incidents.splitDetector(desk.scope(), id, form.line("detector"), word);
        if (off.isEmpty()) {
            form.reject("act", "web.incident.problem.split");
        }
        return incidents.find(desk.scope(), id).map(left -> new Outcome.Done(left, List.of()));
    }

    /** What an act that asks for nothing but a note and a choice does. */
    Function<Incident, Outcome> wish(Desk desk, IncidentAct act, Form form) {
        return wish(desk, act, form, new Word(desk.who(), time.instant(), form.typed("note").strip()));
    }

    private static Function<Incident, Outcome> wish(Desk desk, IncidentAct act, Form form, Word word) {
        return switch (act) {
            case ACKNOWLEDGE -> incident -> Handling.acknowledge(incident, word);
            case CLOSE -> chosen(form, "resolution", Resolution.class,
                    resolution -> incident -> close(desk, incident, resolution, word));
            case REOPEN -> incident -> Handling.reopen(incident, word);
            case SEVERITY -> chosen(form, "severity", Severity.class,
                    severity -> incident -> Handling.severity(incident, severity, word));
            case GRAVITY -> chosen(form, "gravity", Gravity.class,
                    gravity -> incident -> Handling.gravity(incident, gravity, word));
            case REPORTED -> {
                String clock = form.line("clock");
                yield incident -> Handling.reported(incident, clock, word);
            }
            case ASSIGN -> incident -> Handling.assign(incident, word.actor(), word);
            case RESTORED -> incident -> Handling.restored(incident, word);
            case NOTE, LOOK_AGAIN, SPLIT_PAGES, SPLIT_DETECTOR, TICK ->
                incident -> Handling.note(incident, word);
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
