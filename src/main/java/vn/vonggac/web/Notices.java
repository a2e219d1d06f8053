package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Queue;
import vn.vonggac.notify.Letter;
import vn.vonggac.notify.Letters;

/** Letters to those who answer for a portal: begun from what is known, changed by a person, sent by the service. */
@Singleton
final class Notices {

    private static final int MOST_PAGES = 10;

    private final Incidents incidents;
    private final Queue queue;
    private final Contacts contacts;
    private final Letters letters;

    Notices(Incidents incidents, Queue queue, Contacts contacts, Letters letters) {
        this.incidents = incidents;
        this.queue = queue;
        this.contacts = contacts;
        this.letters = letters;
    }

    /** Empty where there is no such incident or contact for this reader, or no way to write. */
    Optional<NoticePage> page(Desk desk, long id, String role, Optional<Form> typed) {
        return queue.find(desk.scope(), id, desk.who()).map(IncidentRow::new)
                .filter(row -> row.incident().status().active() && letters.possible(row.portalId()))
                .flatMap(row -> contact(desk, row, role).flatMap(contact -> incidents.find(desk.scope(), id)
                        .map(incident -> new NoticePage(row, contact, letters.of(desk.scope(), id),
                                typed.orElseGet(() -> begun(desk, row, incident))))));
    }

    private Optional<Contact> contact(Desk desk, IncidentRow row, String role) {
        return contacts.of(desk, row.portalId()).stream()
                .filter(each -> each.role().equals(role) && !each.email().isBlank()).findFirst();
    }

    private static Form begun(Desk desk, IncidentRow row, Incident incident) {
        String headline = row.wholeHeadline(desk);
        String pages = incident.shownOn().stream().limit(MOST_PAGES).map(desk::inert)
                .collect(Collectors.joining("\n"));
        String text = desk.say("web.incident.letter", headline,
                desk.times().minute(incident.timeline().t0()), incident.id()) + "\n"
                + desk.say("web.notice.pages", pages);
        return Form.of(Map.of("subject", cut(headline, Letter.LONGEST_SUBJECT), "body",
                cut(text, Letter.LONGEST_BODY)));
    }

    /** Sends what was typed; the form says why where it was not. */
    void send(Desk desk, NoticePage page) {
        Form form = page.form();
        if (!form.typed("sent").equals(String.valueOf(page.sent().size()))) {
            form.reject("", "web.notice.problem.meanwhile");
        }
        Letter.Draft draft = new Letter.Draft(page.contact().name(), page.contact().email(),
                form.line("subject"), body(form));
        if (form.sound() && letters.send(desk.scope(), page.row().incident().id(), draft, desk.who())
                .filter(Outcome.Done.class::isInstance).isEmpty()) {
            form.reject("", "web.incident.problem.not-allowed");
        }
    }

    private static String body(Form form) {
        String body = form.typed("body").replace("\r\n", "\n").strip();
        if (body.isEmpty()) {
            form.reject("body", "web.problem.missing");
        } else if (body.length() > Letter.LONGEST_BODY) {
            form.reject("body", "web.problem.long", Letter.LONGEST_BODY, body.length());
        } else if (List.of(body.split("\n", -1)).stream().anyMatch(Form::invisible)) {
            form.reject("body", "web.problem.invisible");
        }
        return body;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
