package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.vonggac.detect.Messages;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;

/** What routes answer: one thing, a page of a list, or a problem. */
final class Answers {

    private static final String TYPE = "urn:vonggac:problem:";

    private Answers() {}

    /** Items, and with them which page this is, counted from 1, how long a page is, and how many items there are. */
    static <T> Map<String, Object> page(Paging paging, List<T> rows, long total, Function<T, ?> item) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", rows.stream().map(item).toList());
        page.put("page", paging.page());
        page.put("size", paging.size());
        page.put("total", total);
        return page;
    }

    static <T> MutableHttpResponse<?> of(HttpRequest<?> request, Outcome<T> outcome, HttpStatus done,
            Function<T, ?> item) {
        return switch (outcome) {
            case Outcome.Saved<T>(T value) -> HttpResponse.status(done).body(item.apply(value));
            case Outcome.Rejected<T>(List<Problem> problems) -> rejected(request, problems);
            case Outcome.Absent<T>() -> problem(request, HttpStatus.NOT_FOUND, List.of());
        };
    }

    static MutableHttpResponse<?> rejected(HttpRequest<?> request, List<Problem> problems) {
        return problem(request, HttpStatus.UNPROCESSABLE_ENTITY, problems);
    }

    static MutableHttpResponse<ProblemDetail> problem(HttpRequest<?> request, HttpStatus status,
            List<Problem> problems) {
        return HttpResponse.<ProblemDetail>status(status).body(detail(request, status, problems))
                .contentType(ProblemDetail.MEDIA_TYPE);
    }

    static ProblemDetail detail(HttpRequest<?> request, HttpStatus status, List<Problem> problems) {
        Messages messages = Messages.in(request.getLocale().orElse(Messages.VIETNAMESE.locale()));
        String word = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String key = "api.problem." + word;
        return new ProblemDetail(TYPE + word,
                messages.text(messages.has(key) ? key : "api.problem.other", status.getCode()),
                status.getCode(), "urn:vonggac:request:" + RequestIds.of(request),
                problems.stream()
                        .map(problem -> new ProblemDetail.Field(problem.field(), problem.messageKey(),
                                messages.text(problem.messageKey(), problem.arguments())))
                        .toList());
    }
}
