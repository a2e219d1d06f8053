package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import vn.vonggac.account.May;
import vn.vonggac.incident.Feedback;

/** What each detector recognises, by its own examples, and how often it was right. */
@Hidden
@Controller(value = "/detectors", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class DetectorsController {

    private final Templates templates;
    private final Feedback feedback;
    private final DetectorPages pages;

    DetectorsController(Templates templates, Feedback feedback, DetectorPages pages) {
        this.templates = templates;
        this.feedback = feedback;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        int days = desk.address().value("days").equals("90") ? 90 : 30;
        return Reply.page(templates.detectors(desk, days,
                feedback.precision(desk.scope(), Duration.ofDays(days)), pages.all()));
    }

    @Get("/{detector}")
    HttpResponse<String> show(Desk desk, String detector) {
        return pages.of(detector).map(page -> Reply.page(templates.detector(desk, page)))
                .orElseGet(Reply::absent);
    }
}
