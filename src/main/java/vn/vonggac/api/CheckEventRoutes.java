package vn.vonggac.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import vn.vonggac.account.May;
import vn.vonggac.audit.Slug;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckStep;
import vn.vonggac.watch.Checks;

/** The steps of a check as they are taken, for programs. */
@Controller("/api/v1/checks")
@Secured(May.READ)
@Problems.Any
@Problems.SignedIn
final class CheckEventRoutes {

    private static final String OVER = "over";

    private final Checks checks;
    private final Live live;
    private final ObjectMapper json;

    CheckEventRoutes(Checks checks, Live live, ObjectMapper json) {
        this.checks = checks;
        this.live = live;
        this.json = json;
    }

    /**
     * A check's steps as server-sent events, each numbered, and at last {@code over} with the check itself. A stream
     * that broke goes on after Last-Event-ID.
     */
    @Get("/{check}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Problems.One
    HttpResponse<Publisher<Event<String>>> events(Caller caller, String check) {
        int[] told = {told(caller)};
        return Answers.one(caller.request(), checks.find(caller.who(), caller.scope(), check),
                found -> HttpResponse.ok(live.follow(() -> {
                    Live.News news = news(caller, check, told[0]);
                    told[0] += news.events().size();
                    return news;
                })));
    }

    /** What comes after so many events. */
    private Live.News news(Caller caller, String id, int told) {
        Optional<Check> check = checks.find(caller.who(), caller.scope(), id);
        List<CheckStep> steps = check.map(Check::steps).orElse(List.of());
        List<Event<String>> events = new ArrayList<>();
        for (int number = told; number < steps.size(); number++) {
            CheckStep step = steps.get(number);
            events.add(Event.of(text(step)).name(Slug.of(step.kind())).id(String.valueOf(number + 1)));
        }
        boolean over = check.filter(Check::underWay).isEmpty();
        if (over) {
            events.add(Event.of(check.map(CheckItem::of).map(this::text).orElse("{}")).name(OVER));
        }
        return new Live.News(events, over);
    }

    private static int told(Caller caller) {
        return caller.request().getHeaders().findFirst("Last-Event-ID").filter(id -> id.matches("\\d{1,6}"))
                .map(Integer::valueOf).orElse(0);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
