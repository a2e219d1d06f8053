package vn.vonggac.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Routes with a bug, one of the desk and one of the API, where a test asks for them. */
@Controller
@Requires(property = "broken.route")
@Secured(SecurityRule.IS_ANONYMOUS)
final class BrokenRoutes {

    @Get("/broken")
    String page() {
        throw new IllegalStateException("a bug in vn.vonggac");
    }

    @Get("/api/v1/broken")
    String route() {
        throw new IllegalStateException("a bug in vn.vonggac");
    }
}
