package vn.vonggac.web;

import vn.vonggac.account.May;
import vn.vonggac.audit.Slug;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Outline;
import vn.vonggac.incident.Suppression;

/** An incident as lists and its page show it, in words. */
public record IncidentRow(Outline incident) {

    /** The sentence that says what happened, where, and as whom one has to come to see it. */
    public String headline(Desk desk) {
        String what = incident.headline(desk.messages(), incident.named(), domain(desk));
        return onlyFor(desk).isEmpty()
                ? what
                : desk.say("web.incident.headline-only", what, onlyFor(desk));
    }

    /** The same with the moment it began. */
    public String wholeHeadline(Desk desk) {
        return desk.say("web.incident.headline-since", headline(desk), desk.times().minute(incident.t0()));
    }

    private String domain(Desk desk) {
        return incident.domains().isEmpty() ? "" : desk.inert(incident.domains().getFirst());
    }

    /** The views that alone showed it, in words; empty where everybody sees it. */
    public String onlyFor(Desk desk) {
        return String.join(", ", incident.onlyFor().stream().sorted().map(desk::view).toList());
    }

    /** Where the queue shows all that is seen so. */
    public String seenSo() {
        return "/incidents?seen=" + (incident.onlyFor().size() == 1
                ? incident.onlyFor().iterator().next()
                : IncidentFilter.SOME);
    }

    /** That it is kept quiet, and what for; empty where it is not. */
    public String quiet(Desk desk) {
        return incident.suppression().map(why -> switch (why) {
            case Suppression.Silenced silenced -> desk.say("web.incident.silenced", incident.silence());
            case Suppression.Inhibited(Kind by) ->
                desk.say("web.incident.inhibited", desk.say("incident.kind." + by.id()));
        }).orElse("");
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
