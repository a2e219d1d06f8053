package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.account.Invited;
import vn.vonggac.account.LinkedIdentities;
import vn.vonggac.account.May;
import vn.vonggac.account.People;
import vn.vonggac.account.Person;
import vn.vonggac.account.PersonDraft;
import vn.vonggac.account.SingleSignOn;
import vn.vonggac.portal.Outcome;

/** Who there is and what each may do: inviting, changing, disabling, reviewing. */
@Hidden
@Controller(value = "/people", produces = MediaType.TEXT_HTML)
@Secured(May.PEOPLE)
final class PeopleController {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final Form BLANK = Form.of(Map.of("role", "webmaster"));

    private final Templates templates;
    private final Editing editing;
    private final People people;
    private final PersonPages pages;
    private final LinkedIdentities identities;
    private final SingleSignOn single;

    PeopleController(Templates templates, Editing editing, People people, PersonPages pages,
            LinkedIdentities identities, SingleSignOn single) {
        this.templates = templates;
        this.editing = editing;
        this.people = people;
        this.pages = pages;
        this.identities = identities;
        this.single = single;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(templates.people(desk, pages.list(desk), pages.due(desk)));
    }

    @Get("/new")
    HttpResponse<String> blank(Desk desk) {
        return Reply.page(invitation(desk, BLANK));
    }

    @Post(consumes = FORM)
    HttpResponse<String> invite(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        PersonDraft draft = Drafts.read(form, PersonDraft.class);
        if (!form.sound()) {
            return Reply.again(invitation(desk, form));
        }
        return switch (people.invite(desk.scope(), draft, desk.who())) {
            case Outcome.Saved<Invited>(Invited invited) -> code(desk, invited);
            case Outcome.Rejected<Invited> rejected ->
                Reply.again(invitation(desk, form.reject(rejected.problems())));
            case Outcome.Absent<Invited> absent -> Reply.absent();
            case Outcome.Stale<Invited> stale -> Reply.absent();
        };
    }

    @Get("/{id}")
    HttpResponse<String> filled(Desk desk, long id) {
        return people.find(desk.scope(), id)
                .map(person -> Reply.page(form(desk, person, Drafts.fill(people.draft(person)))))
                .orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}", consumes = FORM)
    HttpResponse<String> change(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        PersonDraft draft = Drafts.read(form, PersonDraft.class);
        return people.find(desk.scope(), id)
                .map(person -> editing.<Person>change(form,
                        new Editing.Place("person:" + id, "/people", "person-saved",
                                () -> form(desk, person, form)),
                        still -> people.change(desk.scope(), id, still, draft, desk.who()), people::draft,
                        () -> people.find(desk.scope(), id).map(people::draft)))
                .orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}/invite", consumes = FORM)
    HttpResponse<String> inviteAgain(Desk desk, long id) {
        return people.inviteAgain(desk.scope(), id,
                desk.who()) instanceof Outcome.Saved<Invited>(Invited again)
                        ? code(desk, again)
                        : Reply.absent();
    }

    @Post(uri = "/{id}/enable", consumes = FORM)
    HttpResponse<String> enable(Desk desk, long id) {
        return people.enable(desk.scope(), id, desk.who()) instanceof Outcome.Saved<Invited>(Invited again)
                ? code(desk, again)
                : Reply.absent();
    }

    @Post(uri = "/{id}/disable", consumes = FORM)
    HttpResponse<String> disable(Desk desk, long id) {
        Form form = Form.of(Map.of());
        return people.find(desk.scope(), id).map(person -> Reply.outcome(form,
                () -> people.disable(desk.scope(), id, desk.who()), "/people", "person-disabled",
                () -> form(desk, person, form))).orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}/reset-factor", consumes = FORM)
    HttpResponse<String> resetFactor(Desk desk, long id) {
        return people.resetFactor(desk.scope(), id, desk.who()) instanceof Outcome.Saved<Person>
                ? Reply.done("/people", "factor-reset")
                : Reply.absent();
    }

    /** Who they are at the provider. */
    @Post(uri = "/{id}/link", consumes = FORM)
    HttpResponse<String> link(Desk desk, long id, @Body byte[] body) {
        Form form = Form.read(body);
        String identity = form.typed("identity");
        return people.find(desk.scope(), id)
                .map(person -> Reply.outcome(form,
                        () -> identities.link(desk.scope(), id, identity, desk.who()), "/people/" + id,
                        "person-linked", () -> form(desk.at("/people/" + id), person, form)))
                .orElseGet(Reply::absent);
    }

    @Post(uri = "/{id}/review", consumes = FORM)
    HttpResponse<String> review(Desk desk, long id) {
        return people.reviewed(desk.scope(), id, desk.who()) instanceof Outcome.Saved<Person>
                ? Reply.done(pages.due(desk) > 0 ? "/people?due=1" : "/people", "person-reviewed")
                : Reply.absent();
    }

    private HttpResponse<String> code(Desk desk, Invited invited) {
        return Reply.page(templates.personCode(desk.at("/people"), invited));
    }

    private JteModel invitation(Desk desk, Form form) {
        return templates.personNew(desk, form, PersonPages.roles(desk), pages.places(desk));
    }

    private JteModel form(Desk desk, Person person, Form form) {
        Optional<String> linked = single.enabled() ? Optional.of(identities.of(person)) : Optional.empty();
        return templates.personForm(desk, form, pages.row(desk, person), PersonPages.roles(desk),
                pages.places(desk), linked);
    }
}
