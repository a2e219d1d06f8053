package vn.vonggac.api;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpClientAddressResolver;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vonggac.fetch.AddressRange;

/**
 * Tells who sent a request. What {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} say is believed as far back
 * as listed proxies said it: each adds whom it heard, so the first address from the end that is no listed proxy is
 * the sender, and whatever stands before it anybody may have written.
 */
@Singleton
@Replaces(DefaultHttpClientAddressResolver.class)
public final class Senders implements HttpClientAddressResolver {

    private static final Pattern WITH_PORT = Pattern.compile("\\[(.+)](?::\\d+)?|([\\d.]+)(?::\\d+)?");
    private static final Pattern HOST = Pattern
            .compile("[\\p{Alnum}.-]{1,253}(:\\d{1,5})?|\\[[\\p{XDigit}:.]{2,45}](:\\d{1,5})?");

    private final List<AddressRange> proxies;

    Senders(HttpConfig config) {
        proxies = config.proxies().stream().map(AddressRange::parse).toList();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public String resolve(HttpRequest request) {
        return of((HttpRequest<?>) request).address();
    }

    public Sender of(HttpRequest<?> request) {
        List<String> path = said(request, "X-Forwarded-For");
        InetAddress at = request.getRemoteAddress().getAddress();
        int hops = 0;
        while (hops < path.size() && listed(at)) {
            Optional<InetAddress> before = address(path.get(path.size() - 1 - hops));
            if (before.isEmpty()) {
                break;
            }
            at = before.get();
            hops++;
        }
        return sender(request, at, listed(request.getRemoteAddress().getAddress()) ? Math.max(1, hops) : 0);
    }

    private static Sender sender(HttpRequest<?> request, InetAddress at, int hops) {
        boolean secure = told(request, "X-Forwarded-Proto", hops).map("https"::equalsIgnoreCase)
                .orElse(request.isSecure());
        String host = told(request, "X-Forwarded-Host", hops).filter(name -> HOST.matcher(name).matches())
                .orElseGet(() -> request.getHeaders().findFirst("Host").orElse(""));
        return new Sender(at.getHostAddress(), secure, host);
    }

    /** What the outermost of so many listed proxies said; a proxy that says its own word only leaves one. */
    private static Optional<String> told(HttpRequest<?> request, String header, int hops) {
        List<String> words = said(request, header);
        return hops == 0 || words.isEmpty()
                ? Optional.empty()
                : Optional.of(words.get(Math.max(0, words.size() - hops)));
    }

    private static List<String> said(HttpRequest<?> request, String header) {
        return request.getHeaders().getAll(header).stream().flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether it came from this machine or a listed proxy. */
    boolean isNear(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        return peer.isLoopbackAddress() || listed(peer);
    }

    private boolean listed(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.holds(address));
    }

    private static Optional<InetAddress> address(String word) {
        Matcher parts = WITH_PORT.matcher(word);
        String literal = !parts.matches() ? word : parts.group(1) == null ? parts.group(2) : parts.group(1);
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
