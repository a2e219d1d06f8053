package vn.vonggac.web;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.vonggac.portal.Outcome;

/** What a controller answers: a page, the page again with what was wrong, or the way to the next page. */
final class Reply {

    static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private static final Pattern DONE_BEFORE = Pattern.compile("(?<=[?&])done=[^&]*&?");

    private Reply() {}

    static MutableHttpResponse<String> page(JteModel page) {
        return page(HttpStatus.OK, page);
    }

    /** The form as it was typed, with what is wrong beside each field; nothing was written. */
    static MutableHttpResponse<String> again(JteModel page) {
        return page(HttpStatus.UNPROCESSABLE_ENTITY, page);
    }

    static MutableHttpResponse<String> page(HttpStatus status, JteModel page) {
        return HttpResponse.<String>status(status).body(page.render())
                .contentType(HTML);
    }

    static MutableHttpResponse<String> goTo(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }

    /** The same, with a line on the next page that says what was done, and nothing of what was done before. */
    static MutableHttpResponse<String> done(String path, String what) {
        String bare = DONE_BEFORE.matcher(path).replaceAll("").replaceAll("[?&]$", "");
        return goTo(bare + (bare.contains("?") ? "&" : "?") + "done=" + what);
    }

    /** No such thing, for this reader. */
    static MutableHttpResponse<String> absent() {
        return HttpResponse.status(HttpStatus.NOT_FOUND);
    }

    /** Asks for what the form wishes, where the form can be read at all, and shows what became of it. */
    static <T> MutableHttpResponse<String> outcome(Form form, Supplier<Outcome<T>> wish, String next,
            String done,
            Supplier<JteModel> again) {
        if (!form.sound()) {
            return again(again.get());
        }
        return switch (wish.get()) {
            case Outcome.Saved<T> saved -> done(next, done);
            case Outcome.Rejected<T> rejected -> {
                form.reject(rejected.problems());
                yield again(again.get());
            }
            case Outcome.Absent<T> absent -> absent();
            case Outcome.Stale<T> stale -> absent();
        };
    }
}
