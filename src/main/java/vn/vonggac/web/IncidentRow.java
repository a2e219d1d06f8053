package vn.vonggac.web;

import java.util.Set;
import vn.vonggac.account.May;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.Outline;

/** An incident as lists and its page show it, in words. */
public record IncidentRow(Outline incident) {

    /** The views of somebody who simply comes by. */
    private static final Set<String> OPEN_VIEWS = Set.of("citizen", "");

    /** The sentence that says what happened, where, and as whom one has to come to see it. */
    public String headline(Desk desk) {
        String what = desk.say("incident.headline." + incident.kind().id(), incident.pages(),
                incident.named(),
                incident.planted(), domains(desk));
        return onlyFor(desk).isEmpty()
                ? what
                : desk.say("web.incident.headline-only", what, onlyFor(desk));
    }

    /** The same with the moment it began. */
    public String wholeHeadline(Desk desk) {
        return desk.say("web.incident.headline-since", headline(desk), desk.times().minute(incident.t0()));
    }

    private String domains(Desk desk) {
        return incident.domains().isEmpty() ? "" : desk.inert(incident.domains().getFirst());
    }

    /** The views that alone showed it, in words; empty where everybody sees it. */
    public String onlyFor(Desk desk) {
        boolean seenByAll = incident.views().isEmpty()
                || incident.views().stream().anyMatch(OPEN_VIEWS::contains);
        return seenByAll
                ? ""
                : String.join(", ", incident.views().stream().sorted().map(desk::view).toList());
    }

    /** Whether the next deadline has passed. */
    public boolean late(Desk desk) {
        return incident.next().filter(clock -> desk.times().past(clock.due())).isPresent();
    }

    /** What taking it means to this reader; empty where there is nothing to take. */
    public String act(Desk desk) {
        if (!desk.may(May.HANDLE) || !incident.status().active()) {
            return "";
        }
        if (IncidentAct.ACKNOWLEDGE.allowed(incident.status())) {
            return IncidentAct.ACKNOWLEDGE.word();
        }
        return incident.assignee().filter(desk.who()::equals).isPresent() ? "" : IncidentAct.ASSIGN.word();
    }

    public long portalId() {
        return incident.portal();
    }

    public String portal() {
        return incident.named();
    }

    public String status() {
        return Slug.of(incident.status());
    }

    public String severity() {
        return Slug.of(incident.severity());
    }
}
