package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vonggac.account.May;
import vn.vonggac.notify.Channel;
import vn.vonggac.notify.Channels;
import vn.vonggac.notify.Outbox;

/** What people were told, what waits to be sent, and what could not be. */
@Hidden
@Controller(value = "/outbox", produces = MediaType.TEXT_HTML)
@Secured(May.CHANNELS)
final class OutboxController {

    private final Templates templates;
    private final Outbox outbox;
    private final Channels channels;

    OutboxController(Templates templates, Outbox outbox, Channels channels) {
        this.templates = templates;
        this.outbox = outbox;
        this.channels = channels;
    }

    @Get
    HttpResponse<String> list(Desk desk) {
        Map<Long, String> names = channels.list(desk.scope()).stream()
                .collect(Collectors.toMap(Channel::id, Channel::name));
        long total = outbox.list(desk.scope(), Optional.empty(), 1, 0).total();
        return Reply.page(templates.outbox(desk,
                Listing.of(desk.address(), total,
                        (size, skip) -> outbox.list(desk.scope(), Optional.empty(), size, skip).rows()),
                names));
    }

    @Post(uri = "/{id}/again", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> again(Desk desk, long id) {
        return Reply.outcome(Form.EMPTY, () -> outbox.again(desk.scope(), id, desk.who()), "/outbox",
                "message-again", () -> templates.outbox(desk, Listing.of(desk.address(), 0,
                        (size, skip) -> List.of()), Map.of()));
    }
}
