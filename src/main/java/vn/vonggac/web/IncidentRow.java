package vn.vonggac.web;

import vn.vonggac.incident.Incident;

/** An incident and the portal it happened to, as lists and its page show it. */
public record IncidentRow(Incident incident, long portalId, String portal) {

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
