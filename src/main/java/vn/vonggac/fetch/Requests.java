package vn.vonggac.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a request's header lines in the order in which browsers send them. */
final class Requests {

    private Requests() {}

    static List<Header> headers(FetchConfig config, View view, StrictUrl url, Optional<Validators> known,
            Optional<String> cookie) {
        List<Header> headers = new ArrayList<>(view.headers().size() + 6);
        headers.add(new Header("Host", url.authority()));
        headers.add(new Header("Connection", "keep-alive"));
        headers.addAll(view.headers());
        cookie.ifPresent(value -> headers.add(new Header("Cookie", value)));
        known.flatMap(Validators::etag).ifPresent(etag -> headers.add(new Header("If-None-Match", etag)));
        known.flatMap(Validators::lastModified)
                .ifPresent(date -> headers.add(new Header("If-Modified-Since", date)));
        if (!config.contact().isBlank()) {
            headers.add(Header.parse(config.contact()));
        }
        return headers;
    }
}
