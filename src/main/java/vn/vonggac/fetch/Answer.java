package vn.vonggac.fetch;

import java.util.List;
import java.util.Optional;

/** The head of a response, as it came. */
public record Answer(String protocol, int status, String reason, List<Header> headers) {

    public Answer {
        headers = List.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
    }

    public List<String> all(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value).toList();
    }
}
