package vn.vonggac.detect;

import java.util.List;
import java.util.Optional;

/** How a server answered a view: the final status and address, the hops that led there, and the last headers. */
public record Trail(int status, String finalUrl, List<Hop> chain, List<Header> headers) {

    public Trail {
        chain = List.copyOf(chain);
        headers = List.copyOf(headers);
    }

    /** One step on the way: from where, by what means, to where. */
    public record Hop(String from, int status, Means means, String to) {}

    /** What sent the visitor on. */
    public enum Means {
        HTTP, REFRESH_HEADER, META_REFRESH
    }

    public record Header(String name, String value) {}

    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).map(Header::value)
                .findFirst();
    }
}
