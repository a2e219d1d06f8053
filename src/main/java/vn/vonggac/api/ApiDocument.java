package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import vn.vonggac.account.May;

/** What the API says about itself: its document, written by the compiler from the routes, and its kinds of problems. */
@OpenAPIDefinition(info = @Info(title = "Vong Gac API", version = "v1", description = ApiDocument.CONVENTIONS), security = {
        @SecurityRequirement(name = "token"),
        @SecurityRequirement(name = "session")})
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", description = "A token made at the desk: My account, Tokens")
@SecurityScheme(name = "session", type = SecuritySchemeType.APIKEY, in = SecuritySchemeIn.COOKIE, paramName = "vonggac-session", description = "The cookie that POST /api/v1/session hands out; over TLS its name begins with __Host-")
@Controller("/api/v1")
@Problems.Any
final class ApiDocument {

    static final String CONVENTIONS = """
            Vọng Gác watches the portals of state agencies. Everything the desk keeps can be read and changed here.

            **Bodies** are JSON in UTF-8. A field that is left out is empty; one that is not known, that is there \
            twice or is of another kind is refused. What was read can be sent back: read-only fields are passed over. \
            A text that is not there is empty, a moment that is not there is null. Moments are ISO 8601; one without \
            an offset is by Vietnam's clocks.

            **Lists** take `page`, counted from 1, and `size`, 50 where nobody says, 200 at most; they answer with \
            `items`, `page`, `size` and `total`. Every filter is one value of at most 300 characters, given once; a \
            filter that the list does not know is refused.

            **Versions.** What is read alone has an `ETag`. A `PUT` says with `If-Match` which version was read \
            (428 where it does not; `*` for any) and is done only while the thing is still of that version, else it is \
            answered with 412. The steps of an incident take `If-Match` too.

            **Problems** are `application/problem+json` (RFC 9457). `type` is stable and one of those that \
            `GET /api/v1/problems` lists; `title` and the `text` of each field follow `Accept-Language` (vi, en).

            **Signing in.** A program sends `Authorization: Bearer` with a token that somebody made at the desk under \
            their own account: it has some of their rights, for some of their agencies, until a day; what its owner \
            may no longer do, it may not either. A person's `POST /api/v1/session` hands out the cookie \
            `vonggac-session`. What the caller does not see, for it is another agency's, is answered as if it were \
            not there.
            """;

    /** A kind of problem: its type is stable, its title for people. */
    @Serdeable
    @Schema(name = "ProblemKind")
    record Kind(String type, int status, String title) {}

    private static final String FILE = "/META-INF/swagger/vong-gac-api-v1.yml";
    private static final String YAML = "application/yaml";

    /** This document. */
    @Get("/openapi.yml")
    @Produces({YAML, "text/yaml"})
    @Secured(May.READ)
    @Problems.SignedIn
    HttpResponse<String> document() {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(FILE), FILE)) {
            return HttpResponse.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every kind of problem there is. */
    @Get("/problems")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<List<Kind>> problems(HttpRequest<?> request) {
        return HttpResponse.ok(Arrays.stream(ProblemKind.values())
                .map(kind -> new Kind(kind.type(), kind.status(),
                        ProblemDetail.messages(request).text(kind.titleKey())))
                .toList());
    }
}
