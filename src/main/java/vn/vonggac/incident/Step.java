package vn.vonggac.incident;

import java.time.Instant;
import java.util.Locale;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.Inert;

/** A line in the log of an incident: who did what, when, with which words. Written once, never changed. */
public record Step(Instant at, String actor, Deed deed, String note) {

    /** The service itself, where no person acted. */
    public static final String SERVICE = "vonggac";
    private static final String PRODUCT = "Vọng Gác";

    /** What was done. */
    public enum Deed {
        RAISED, RAISED_BY_HAND, CAME_BACK, SEEN_ON_PAGE, GREW, WORSENED, CONFIRMED, CAME_CLEAN_ONCE, ACKNOWLEDGED, CLEAN_ROUND, CONTAINED, RECURRED, CLOSED, REOPENED, SEVERITY_SET, GRAVITY_SET, SILENCED, UNSILENCED, INHIBITED, NOTED, CLOCK_STOPPED, VISIT_ASKED, JOINED_CAMPAIGN, LEFT_CAMPAIGN, SPLIT, SPLIT_OFF, ASSIGNED, PLAYBOOK, NOTICED, ATTACHED, RESTORED;

        public String id() {
            return Slug.of(this);
        }
    }

    static Step byService(Instant at, Deed deed, String note) {
        return new Step(at, SERVICE, deed, note);
    }

    /** Who did it, as a reader knows them. */
    public String who() {
        return actor.equals(SERVICE) ? PRODUCT : actor;
    }

    /** What was done, in words. */
    public String done(Messages messages) {
        return messages.text("incident.deed." + deed.id());
    }

    /** What was noted with it, in words, as every reader gets it: addresses in it lead nowhere. */
    public String noted(Messages messages) {
        return switch (deed) {
            case PLAYBOOK -> afterChoice();
            case CLOSED -> chosen(messages, "incident.resolution.");
            case SEVERITY_SET -> chosen(messages, "incident.severity.");
            case GRAVITY_SET -> chosen(messages, "incident.gravity.");
            case CLOCK_STOPPED -> chosen(messages, "incident.clock.");
            case INHIBITED -> chosen(messages, "incident.kind.");
            case WORSENED -> messages.text("incident.level." + note.toLowerCase(Locale.ROOT));
            case CLEAN_ROUND -> messages.text("incident.noted.round", note);
            case SILENCED -> messages.text("incident.noted.silence", note);
            case RAISED, RAISED_BY_HAND, CAME_BACK, SEEN_ON_PAGE, GREW, CONFIRMED, CAME_CLEAN_ONCE,
                    ACKNOWLEDGED, CONTAINED, RECURRED, REOPENED, UNSILENCED, NOTED, VISIT_ASKED,
                    JOINED_CAMPAIGN, LEFT_CAMPAIGN, SPLIT, SPLIT_OFF, ASSIGNED, NOTICED, ATTACHED, RESTORED ->
                actor.equals(SERVICE) ? Inert.address(note) : Inert.within(note);
        };
    }

    /** Why a person chose it, as every reader gets it. */
    public String reason() {
        return Inert.within(afterChoice());
    }

    private String afterChoice() {
        return note.substring(note.indexOf(':') + 1).strip();
    }

    /** What was chosen stands before the reason, as a program writes it. */
    private String chosen(Messages messages, String choices) {
        int end = note.indexOf(':');
        String key = choices + (end < 0 ? note : note.substring(0, end));
        return messages.has(key)
                ? messages.text(key) + (end < 0 ? "" : Inert.within(note.substring(end)))
                : Inert.within(note);
    }
}
