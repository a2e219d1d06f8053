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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.incident.Silence;
import vn.vonggac.incident.Silences;
import vn.vonggac.page.Hosts;
import vn.vonggac.portal.Fields;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;

/** What is kept quiet now: by whom, why, until when, and the way to hear it again. */
@Hidden
@Controller(value = "/silences", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class SilencesController {

    private static final int LONGEST = 1000;
    private static final int LONGEST_NAME = 300;
    private static final int USUAL_DAYS = 30;
    private static final Form BEGUN = Form.of(Map.of("days", String.valueOf(USUAL_DAYS)));

    private final Templates templates;
    private final Silences silences;
    private final Portals portals;
    private final DetectorPages detectors;
    private final InstantSource time;

    SilencesController(Templates templates, Silences silences, Portals portals, DetectorPages detectors,
            InstantSource time) {
        this.templates = templates;
        this.silences = silences;
        this.portals = portals;
        this.detectors = detectors;
        this.time = time;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        return Reply.page(page(desk, BEGUN));
    }

    private JteModel page(Desk desk, Form form) {
        List<Portal> all = portals.all(desk.scope());
        List<Choice> choices = all.stream()
                .map(portal -> new Choice(Long.toString(portal.id()), portal.name())).toList();
        return templates.silences(desk, form, silences.inForce(desk.scope()),
                all.stream().collect(Collectors.toMap(portal -> Long.toString(portal.id()), Portal::name)),
                desk.scope().everything() ? Choice.orNone(choices) : choices,
                Choice.orNone(detectors.all().stream()
                        .map(detector -> new Choice(detector.id(), detector.id())).toList()));
    }

    /** What is left empty agrees with all; something has to be named. */
    @Secured(May.HANDLE)
    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(Desk desk, @Body byte[] body) {
        Form form = Form.read(body);
        Fields fields = new Fields();
        Silence.Matcher matcher = matcher(form, fields);
        String reason = fields.needed("reason", form.typed("reason"), LONGEST);
        int days = fields.number("days", form.typed("days"), USUAL_DAYS, 1, (int) Silences.LONGEST.toDays());
        form.reject(fields.problems());
        if (form.sound() && silences.add(desk.scope(), matcher, reason,
                time.instant().plus(Duration.ofDays(days)), desk.who()).isEmpty()) {
            form.reject("", "web.silences.problem");
        }
        return form.sound()
                ? Reply.done("/silences", "silence-added")
                : Reply.again(page(desk.at("/silences"), form));
    }

    private Silence.Matcher matcher(Form form, Fields fields) {
        Silence.Matcher named = Silence.Matcher.ALL;
        if (!form.typed("portal").strip().isEmpty()) {
            named = form.ids("portal").stream().findFirst().map(Object::toString).map(named::onPortal)
                    .orElse(named);
        }
        String prefix = fields.line("prefix", form.typed("prefix"), LONGEST);
        String domain = fields.line("domain", form.typed("domain"), LONGEST_NAME);
        String words = fields.line("words", form.typed("words"), LONGEST_NAME);
        String detector = form.typed("detector").strip();
        if (!detector.isEmpty() && detectors.all().stream().noneMatch(each -> each.id().equals(detector))) {
            fields.reject("detector", "choice", detector);
        }
        named = prefix.isEmpty() ? named : named.underPage(prefix);
        named = detector.isEmpty() ? named : named.ofDetector(detector);
        named = domain.isEmpty() ? named : named.planting(Hosts.registrable(domain.toLowerCase(Locale.ROOT)));
        return words.isEmpty() ? named : named.quoting(words);
    }

    @Secured(May.HANDLE)
    @Post(uri = "/{id}/end", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> end(Desk desk, long id) {
        return silences.end(desk.scope(), id, desk.who())
                ? Reply.done("/silences", "silence-ended")
                : Reply.absent();
    }
}
