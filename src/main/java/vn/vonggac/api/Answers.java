package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;

/** What routes answer: one thing, a page of a list, or a problem in the place of either. */
final class Answers {

    private Answers() {}

    /** Reads so many rows after so many. */
    @FunctionalInterface
    interface Rows<T> {

        Listed<T> read(int size, long skip);
    }

    static <T, I> MutableHttpResponse<Page<I>> page(int page, int size, Rows<T> rows, Function<T, I> item) {
        Listed<T> listed = rows.read(size, (long) (page - 1) * size);
        return HttpResponse
                .ok(new Page<>(listed.rows().stream().map(item).toList(), page, size, listed.total()));
    }

    static <T, I> MutableHttpResponse<I> one(HttpRequest<?> request, Optional<T> found,
            Function<T, MutableHttpResponse<I>> answer) {
        return found.map(answer).orElseGet(() -> problem(request, ProblemKind.NOT_FOUND));
    }

    static <T, I> MutableHttpResponse<I> of(HttpRequest<?> request, Outcome<T> outcome,
            Function<T, MutableHttpResponse<I>> answer) {
        return switch (outcome) {
            case Outcome.Saved<T>(T value) -> answer.apply(value);
            case Outcome.Rejected<T>(List<Problem> problems) -> rejected(request, problems);
            case Outcome.Absent<T>() -> problem(request, ProblemKind.NOT_FOUND);
            case Outcome.Stale<T>() -> problem(request, ProblemKind.CHANGED_MEANWHILE);
        };
    }

    static <I> MutableHttpResponse<I> rejected(HttpRequest<?> request, List<Problem> problems) {
        return problem(ProblemDetail.of(request, ProblemKind.UNPROCESSABLE_ENTITY, problems));
    }

    static <I> MutableHttpResponse<I> problem(HttpRequest<?> request, ProblemKind kind,
            Problem... problems) {
        return problem(ProblemDetail.of(request, kind, List.of(problems)));
    }

    /** A problem stands where the documented body would: the type of a route says what it answers when all is well. */
    @SuppressWarnings("unchecked")
    static <I> MutableHttpResponse<I> problem(ProblemDetail detail) {
        return (MutableHttpResponse<I>) HttpResponse.status(HttpStatus.valueOf(detail.status())).body(detail)
                .contentType(ProblemDetail.MEDIA_TYPE);
    }
}
