package vn.vonggac.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.vonggac.incident.Attachment;
import vn.vonggac.incident.Clock;
import vn.vonggac.incident.Evidence;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Moment;
import vn.vonggac.incident.PlannedChange;
import vn.vonggac.incident.Playbooks;
import vn.vonggac.incident.Resolution;
import vn.vonggac.incident.Step;
import vn.vonggac.incident.Step.Deed;
import vn.vonggac.incident.Ties;
import vn.vonggac.notify.Letters;
import vn.vonggac.signature.Miss;

/**
 * An incident with all that its page shows: what was found and seen, what was found before it came back, why it is one incident, what was done, which
 * deadlines run, others like it, what to restore from and how somebody probably got in, how far people
 * have come with its playbook, whom to tell, whether the service itself writes to them and what it wrote, what a signature should not have matched by detector, which files people
 * added and how many more they may, and a form that was sent and refused.
 */
public record IncidentPage(IncidentRow row, Incident incident, List<FindingGroup> groups,
        List<FindingGroup> earlier, List<ShownPage> pages, Ties ties, Optional<SightPage> sight,
        List<Step> steps,
        List<Deadline> deadlines, List<IncidentRow> related, List<GoodCopy> good, List<WayIn> ways,
        List<Playbooks.Line> playbook, List<Contact> contacts, boolean mails, List<Letters.Sent> letters,
        Map<String, List<Miss>> negatives, List<PlannedChange> planned, List<Attachment> attachments,
        FileBounds bounds, Form form) {

    public IncidentPage {
        groups = List.copyOf(groups);
        earlier = List.copyOf(earlier);
        pages = List.copyOf(pages);
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
        related = List.copyOf(related);
        good = List.copyOf(good);
        ways = List.copyOf(ways);
        playbook = List.copyOf(playbook);
        contacts = List.copyOf(contacts);
        letters = List.copyOf(letters);
        negatives = Map.copyOf(negatives);
        planned = List.copyOf(planned);
        attachments = List.copyOf(attachments);
    }

    /** Whether somebody told of it and looks under every view saw nothing of the kind. */
    public boolean unseen() {
        return groups.isEmpty() && earlier.isEmpty() && !incident.timeline().cleanRounds().isEmpty();
    }

    /** A clock of the incident as it stands now; {@code share} is how much of its time is gone, in percent. */
    public record Deadline(Clock.Reading reading, boolean overdue, int share) {

        static Deadline of(Clock.Reading reading, Instant now) {
            Duration whole = reading.clock().after();
            Duration left = reading.left(now);
            long gone = whole.isZero() ? 100 : 100 - left.toMillis() * 100 / whole.toMillis();
            return new Deadline(reading, reading.overdue(now), (int) Math.clamp(gone, 0, 100));
        }

        public String id() {
            return reading.clock().id();
        }

        /** How pressing it is. */
        public String tone() {
            return overdue ? "compromised" : share > 75 ? "suspicious" : "secondary";
        }
    }

    /** What was done since the page was read on which this form was filled; nothing where the form is as new. */
    public List<Step> meanwhile() {
        String seen = form.value("seen");
        boolean changed = form.problem("act")
                .filter(told -> told.key().equals("web.incident.problem.changed"))
                .isPresent();
        return changed && seen.matches("\\d{1,6}")
                ? steps.stream().skip(Integer.parseInt(seen)).toList()
                : List.of();
    }

    /** The number of the copy on which something was found. */
    public OptionalInt copy(Evidence told) {
        return pages.stream().filter(page -> page.url().equals(told.page()))
                .flatMap(page -> Optional.ofNullable(page.copies().get(told.finding().view())).stream())
                .mapToInt(Integer::intValue).findFirst();
    }

    /** Who decided it last, when and why; nothing where nobody did. */
    public Optional<String> decided(Desk desk, Deed deed) {
        return steps.reversed().stream().filter(step -> step.deed() == deed).findFirst()
                .map(step -> desk.say("web.incident.decided", step.who(), desk.times().minute(step.at()),
                        step.reason()));
    }

    /** The moments that a report asks for, T0 first; without those to come. */
    public List<Moment> moments() {
        return Moment.of(incident, steps);
    }

    /** Whether a deadline still asks for something: of what was no attack after all nothing is to be reported. */
    public boolean counts(Deadline deadline) {
        return incident.active() || !deadline.reading().running()
                || incident.standing().resolution().filter(Resolution.TRUE_POSITIVE::equals).isPresent();
    }

    /** What is to be done about what was found, each once. */
    public List<String> remedies() {
        return groups.stream().map(FindingGroup::remedy).distinct().toList();
    }

    /** Whether this form was sent and refused, or asked for by its key, and so is to be shown open. */
    public boolean open(IncidentAct act) {
        return form.value("act").equals(act.word());
    }
}
