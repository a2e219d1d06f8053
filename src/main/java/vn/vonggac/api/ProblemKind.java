package vn.vonggac.api;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import vn.vonggac.audit.Slug;

/** Every kind of problem there is. Its type is stable, so that programs may decide by it; its title is for people. */
enum ProblemKind {
    BAD_REQUEST(400), UNAUTHORIZED(401), WRONG_SIGN_IN(401), FORBIDDEN(403), NOT_FOUND(
            404), METHOD_NOT_ALLOWED(405), NOT_ACCEPTABLE(406), CONFLICT(409), CHANGED_MEANWHILE(
                    412), TOO_LARGE(413), UNSUPPORTED_MEDIA_TYPE(415), UNPROCESSABLE_ENTITY(
                            422), PRECONDITION_REQUIRED(428), TOO_MANY_REQUESTS(
                                    429), INTERNAL_SERVER_ERROR(500), UNAVAILABLE(503);

    private static final int FIRST_OF_OURS = 500;

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String type() {
        return "urn:vonggac:problem:" + Slug.of(this);
    }

    String titleKey() {
        return "api.problem." + Slug.of(this);
    }

    /** What an answer of this status is that no route wrote. */
    static ProblemKind of(HttpStatus status) {
        return Arrays.stream(values()).filter(kind -> kind.status == status.getCode()).findFirst()
                .orElse(status.getCode() < FIRST_OF_OURS ? BAD_REQUEST : INTERNAL_SERVER_ERROR);
    }
}
