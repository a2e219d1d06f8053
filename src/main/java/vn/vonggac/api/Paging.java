package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import vn.vonggac.portal.Problem;

/** Which page of a list is asked for: {@code page} from 1, {@code size} up to 200. */
record Paging(int page, int size) {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LAST_PAGE = 1_000_000;

    long skip() {
        return (long) (page - 1) * size;
    }

    static Optional<Paging> of(HttpRequest<?> request) {
        Optional<Integer> page = number(request, "page", 1, LAST_PAGE);
        return page.flatMap(
                number -> number(request, "size", USUAL, MOST).map(size -> new Paging(number, size)));
    }

    static List<Problem> problem() {
        return List.of(new Problem("page", "api.problem.paging", List.of(MOST)));
    }

    private static Optional<Integer> number(HttpRequest<?> request, String name, int usual, int most) {
        String text = request.getParameters().getFirst(name).orElse(String.valueOf(usual));
        return text.matches("[1-9]\\d{0,6}") && Integer.parseInt(text) <= most
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }
}
