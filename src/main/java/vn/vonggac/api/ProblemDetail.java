package vn.vonggac.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vonggac.detect.Messages;
import vn.vonggac.portal.BadCell;
import vn.vonggac.portal.Problem;

/**
 * Why a request was not done (RFC 9457). The type is stable: programs may decide by it.
 *
 * @param type one of those that /api/v1/problems lists
 * @param title for people, in the language of the request
 * @param instance which request it was, as the log names it
 * @param problems where fields are wrong, each of them
 */
@Serdeable
@Schema(name = "Problem")
record ProblemDetail(String type, String title, int status, String instance, List<Field> problems) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is wrong, or empty where it is the whole.
     *
     * @param line of the table, where one was sent
     * @param key stable
     * @param text for people, in the language of the request
     */
    @Serdeable
    @Schema(name = "ProblemField")
    record Field(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long line, String field, String key,
            String text) {}

    static ProblemDetail of(HttpRequest<?> request, ProblemKind kind, List<Problem> problems) {
        Messages messages = messages(request);
        return of(request, kind,
                problems.stream().map(problem -> field(messages, null, problem)));
    }

    static ProblemDetail ofTable(HttpRequest<?> request, List<BadCell> cells) {
        Messages messages = messages(request);
        return of(request, ProblemKind.UNPROCESSABLE_ENTITY,
                cells.stream().map(cell -> field(messages, cell.line(), cell.problem())));
    }

    private static ProblemDetail of(HttpRequest<?> request, ProblemKind kind, Stream<Field> fields) {
        return new ProblemDetail(kind.type(), messages(request).text(kind.titleKey()), kind.status(),
                "urn:vonggac:request:" + RequestIds.of(request), fields.toList());
    }

    private static Field field(Messages messages, @Nullable Long line, Problem problem) {
        return new Field(line, problem.field(), problem.messageKey(),
                messages.text(problem.messageKey(), problem.arguments()));
    }

    static Messages messages(HttpRequest<?> request) {
        return Messages.in(request.getLocale().orElse(Messages.VIETNAMESE.locale()));
    }
}
