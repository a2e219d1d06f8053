package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.vonggac.incident.Feedback;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Queue;

/** One act on many incidents: first shown, then done. */
@Singleton
final class BulkActs {

    private static final int MOST = 200;
    private static final Set<IncidentAct> ACTS = EnumSet.of(IncidentAct.ACKNOWLEDGE, IncidentAct.ASSIGN,
            IncidentAct.CLOSE);

    private final Incidents incidents;
    private final Queue queue;
    private final Feedback feedback;
    private final IncidentActs acts;

    BulkActs(Incidents incidents, Queue queue, Feedback feedback, IncidentActs acts) {
        this.incidents = incidents;
        this.feedback = feedback;
        this.queue = queue;
        this.acts = acts;
    }

    /** What the form asks for; empty where it asks for nothing that can be done to many. */
    Optional<IncidentAct> asked(Form form) {
        Optional<IncidentAct> act = IncidentAct.named(form.typed("act")).filter(ACTS::contains);
        List<Long> chosen = form.ids("incident");
        if (act.isEmpty()) {
            form.reject("act", "web.problem.choice");
        } else if (chosen.isEmpty()) {
            form.reject("", "web.bulk.problem.none");
        } else if (chosen.size() > MOST) {
            form.reject("", "web.bulk.problem.many", MOST);
        } else if (act.get() == IncidentAct.CLOSE && form.typed("note").isBlank()) {
            form.reject("note", "web.incident.problem.reason");
        }
        return act;
    }

    BulkPage preview(Desk desk, IncidentAct act, Form form) {
        Function<Incident, Outcome> wish = acts.wish(desk, act, form);
        List<IncidentRow> fits = new ArrayList<>();
        List<IncidentRow> refused = new ArrayList<>();
        for (long id : form.ids("incident")) {
            queue.find(desk.scope(), id, desk.who()).map(IncidentRow::new)
                    .ifPresent(row -> (can(desk, id, wish) ? fits : refused).add(row));
        }
        return new BulkPage(act, fits, refused, IncidentsController.list(form), form);
    }

    private boolean can(Desk desk, long id, Function<Incident, Outcome> wish) {
        return incidents.find(desk.scope(), id).map(wish).filter(Outcome.Done.class::isInstance).isPresent();
    }

    void act(Desk desk, IncidentAct act, Form form) {
        Function<Incident, Outcome> wish = acts.wish(desk, act, form);
        form.ids("incident").forEach(id -> feedback.handle(desk.scope(), id, wish));
    }
}
