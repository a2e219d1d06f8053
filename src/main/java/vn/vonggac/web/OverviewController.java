package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import vn.vonggac.account.May;
import vn.vonggac.api.Live;

/** The first page: is anything wrong, what exactly, what now. */
@Hidden
@Controller(value = "/", produces = MediaType.TEXT_HTML)
@Secured(May.READ)
final class OverviewController {

    private final Templates templates;
    private final Overviews overviews;
    private final Marks marks;
    private final Live live;

    OverviewController(Templates templates, Overviews overviews, Marks marks, Live live) {
        this.templates = templates;
        this.overviews = overviews;
        this.marks = marks;
        this.live = live;
    }

    @Get
    HttpResponse<String> overview(Desk desk) {
        return Reply.page(templates.overview(desk, overviews.of(desk), overviews.numbers(desk)));
    }

    @Get("/live")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(HttpRequest<?> request, Desk desk) {
        return live.standing(request, Map.of("numbers",
                () -> Optional.of(templates.partNumbers(desk, overviews.numbers(desk)).render()), "lists",
                () -> Optional.of(Marks.told(marks.all()))));
    }
}
