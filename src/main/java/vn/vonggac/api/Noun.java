package vn.vonggac.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.function.Function;
import vn.vonggac.portal.Draft;
import vn.vonggac.portal.Kept;

/** One kind of thing over REST: every route that reads, adds, changes or removes one answers as its noun does. */
final class Noun<T, D extends Draft, I extends Record> {

    private final Kept<T, D> kept;
    private final Class<D> draft;
    private final Class<I> body;
    private final Function<T, I> item;
    private final Versions versions;

    Noun(Kept<T, D> kept, Class<D> draft, Class<I> body, Function<T, I> item, Versions versions) {
        this.kept = kept;
        this.draft = draft;
        this.body = body;
        this.item = item;
        this.versions = versions;
    }

    HttpResponse<Page<I>> page(int page, int size, Answers.Rows<T> rows) {
        return Answers.page(page, size, rows, item);
    }

    HttpResponse<I> one(Caller caller, long id) {
        return Answers.one(caller.request(), kept.find(caller.scope(), id), this::shown);
    }

    HttpResponse<I> add(Caller caller, byte[] json) {
        HttpRequest<?> request = caller.request();
        return Given.answer(request, json, body, given -> () -> Answers.of(request,
                kept.add(caller.scope(), given.draft(draft), caller.who()),
                added -> shown(added).status(HttpStatus.CREATED)));
    }

    HttpResponse<I> change(Caller caller, long id, byte[] json) {
        HttpRequest<?> request = caller.request();
        return Given.answer(request, json, body, given -> () -> Versions.said(request)
                ? Answers.of(request,
                        kept.change(caller.scope(), id, now -> versions.expected(request, item.apply(now)),
                                given.draft(draft), caller.who()),
                        this::shown)
                : Answers.problem(request, ProblemKind.PRECONDITION_REQUIRED));
    }

    HttpResponse<I> remove(Caller caller, long id) {
        return Answers.of(caller.request(), kept.remove(caller.scope(), id, caller.who()),
                removed -> HttpResponse.ok(item.apply(removed)));
    }

    private MutableHttpResponse<I> shown(T thing) {
        I shown = item.apply(thing);
        return HttpResponse.ok(shown).header(HttpHeaders.ETAG, versions.of(shown));
    }
}
