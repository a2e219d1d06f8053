package vn.vonggac.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** How a route says in the document which problems it may answer with; each stands for one or a few. */
final class Problems {

    private static final String TYPE = ProblemDetail.MEDIA_TYPE;

    private Problems() {}

    /** Of every route. */
    @ApiResponse(responseCode = "406", description = "Something else than JSON was asked for", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "422", description = "A field or a part of the query is wrong; nothing was written", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "500", description = "The service failed", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface Any {
    }

    /** Of a route for people who are signed in. */
    @ApiResponse(responseCode = "401", description = "Nobody is signed in", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "403", description = "Not allowed, or sent by another site's page", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface SignedIn {
    }

    /** Of a route that names one thing. */
    @ApiResponse(responseCode = "400", description = "Cannot be read", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "404", description = "There is none in the caller's scope", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface One {
    }

    /** Of a route that takes a body. */
    @ApiResponse(responseCode = "400", description = "Cannot be read", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "413", description = "More than 10 MB", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "415", description = "The body is of another kind", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface Sent {
    }

    /** Of a route that changes what was read before. */
    @ApiResponse(responseCode = "428", description = "It was not said which version was read (If-Match)", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "412", description = "Changed since it was read (If-Match)", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface Versioned {
    }

    /** Of a route that takes If-Match and does without. */
    @ApiResponse(responseCode = "412", description = "Changed since it was read (If-Match)", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface Changed {
    }

    /** Of a route that moves something on. */
    @ApiResponse(responseCode = "409", description = "Not possible as it stands now", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface Step {
    }

    /** Of signing in. */
    @ApiResponse(responseCode = "401", description = "Name or password is wrong", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "403", description = "Sent by another site's page", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "429", description = "Too many failures: Retry-After says when", content = @Content(mediaType = TYPE, schema = @Schema(implementation = ProblemDetail.class)))
    @interface SigningIn {
    }
}
