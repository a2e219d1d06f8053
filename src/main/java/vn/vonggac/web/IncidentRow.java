package vn.vonggac.web;

import vn.vonggac.incident.Incident;

/** An incident, the portal it happened to and the campaign it belongs to (0 for none), as lists and its page show it. */
public record IncidentRow(Incident incident, long portalId, String portal, long campaign) {

    /** The sentence that says what happened. */
    public String headline(Desk desk) {
        return desk.say("incident.headline." + incident.kind().id(), incident.pages().size(), portal,
                incident.cause().domains().size());
    }

    public String status() {
        return Form.word(incident.standing().status());
    }

    public String severity() {
        return Form.word(incident.severity());
    }
}
