package vn.vonggac.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import vn.vonggac.account.May;
import vn.vonggac.incident.Handling.Outcome;
import vn.vonggac.incident.Incidents;

/** What somebody who cleans a portal up needs: the last good copy as bytes, and to have it looked at again. */
@Hidden
@Controller("/incidents/{id}")
@Secured(May.READ)
final class CleanUpController {

    private final GoodCopies good;
    private final Incidents incidents;

    CleanUpController(GoodCopies good, Incidents incidents) {
        this.good = good;
        this.incidents = incidents;
    }

    /** Bytes to keep, never a page to look at. */
    @Get(uri = "/good/{number}", produces = MediaType.APPLICATION_OCTET_STREAM)
    HttpResponse<byte[]> good(Desk desk, long id, int number) {
        return good.bytes(desk.scope(), id, number)
                .<HttpResponse<byte[]>>map(bytes -> HttpResponse.ok(bytes).header("Content-Disposition",
                        "attachment; filename=\"good-" + id + "-" + number + ".bin\""))
                .orElseGet(HttpResponse::notFound);
    }

    /** "I have cleaned it": visits prove whether. */
    @Secured(May.CHECK)
    @Post(uri = "/cleaned", consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
    HttpResponse<String> cleaned(Desk desk, long id) {
        Optional<Outcome> outcome = incidents.lookAgain(desk.scope(), id, desk.who());
        return outcome.isEmpty()
                ? Reply.absent()
                : Reply.done("/incidents/" + id, "incident-look-again");
    }
}
