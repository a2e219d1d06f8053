package vn.vonggac.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The way to a server that an operator named: a gateway, a webhook, a mail server. Bounded like a look at a portal,
 * and through the same list of special addresses, but with an allow list of its own: a mail server inside the office
 * may be told without every portal being able to lead the watch there. Follows no redirect, keeps no cookie, believes
 * no certificate that does not hold.
 */
public final class Outgoing implements AutoCloseable {

    private static final int ANSWER = 2_000;
    private static final Http1Config HEADS = Http1Config.custom().setMaxHeaderCount(100)
            .setMaxLineLength(16_384).build();

    private final SpecialAddresses special;
    private final Lookups lookups;
    private final Optional<HttpHost> proxy;
    private final Duration limit;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outgoing-deadlines").daemon().factory());

    /**
     * @param allow special addresses that may be told, in CIDR notation
     * @param hosts names whose addresses the operator wrote down
     * @param proxy for HTTP only; it looks names up itself
     * @param limit of one exchange in all
     */
    public Outgoing(List<String> allow, List<String> hosts, Optional<URI> proxy, Duration limit) {
        this.special = new SpecialAddresses(allow);
        this.lookups = new Lookups(new PinnedNames(hosts, Resolver::system), limit);
        this.proxy = proxy.map(address -> new HttpHost(address.getScheme(), address.getHost(),
                address.getPort() < 0 ? 3128 : address.getPort()));
        this.limit = limit;
        this.client = client();
    }

    private CloseableHttpClient client() {
        Timeout each = Timeout.ofMilliseconds(limit.toMillis());
        HttpClientBuilder builder = HttpClientBuilder.create().setUserAgent("VongGac")
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement()
                .disableAuthCaching()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder().http1Config(HEADS).build())
                        .setDnsResolver(new Judged())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(each)
                                .setSocketTimeout(each).build())
                        .build());
        proxy.ifPresent(builder::setProxy);
        return builder.build();
    }

    /** What the list of special addresses says to a name. */
    public sealed interface Way {

        /** At one of these addresses, and no other. */
        record Open(List<InetAddress> addresses) implements Way {}

        /** A special address that the operator did not allow. */
        record Shut(String rule) implements Way {}

        /** There is no such name, or nobody said so in time. */
        record Unknown(String host) implements Way {}
    }

    /** What came of asking. */
    public sealed interface Answer {

        /** The server said something; the beginning of it. */
        record Said(int status, String text) implements Answer {}

        /** It must not be asked. */
        record Shut(String rule) implements Answer {}

        /** No answer came. */
        record Broke(Cause cause, String detail) implements Answer {}
    }

    /** Why no answer came. */
    public enum Cause {
        UNKNOWN_HOST, CONNECT, TLS, TIMEOUT, BROKEN
    }

    /** One request. */
    public record Request(String method, String url, Map<String, String> headers, String body) {

        public Request {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return method;
        }
    }

    public Way way(String host) {
        try {
            List<InetAddress> found = lookups.find(host);
            for (InetAddress address : found) {
                Optional<String> refused = special.refuses(address);
                if (refused.isPresent()) {
                    return new Way.Shut(refused.get() + " " + address.getHostAddress());
                }
            }
            return found.isEmpty() ? new Way.Unknown(host) : new Way.Open(found);
        } catch (UnknownHostException | TimeoutException e) {
            return new Way.Unknown(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Way.Unknown(host);
        }
    }

    public Answer ask(Request asked) {
        Optional<InetAddress> literal = HostName.literal(URI.create(asked.url()).getHost());
        Optional<String> refused = literal.flatMap(special::refuses);
        return refused.isPresent()
                ? new Answer.Shut(refused.get() + " " + literal.get().getHostAddress())
                : exchange(asked);
    }

    private Answer exchange(Request asked) {
        HttpUriRequestBase request = new HttpUriRequestBase(asked.method(), URI.create(asked.url()));
        asked.headers().forEach(request::setHeader);
        if (!asked.body().isEmpty()) {
            request.setEntity(new StringEntity(asked.body(), StandardCharsets.UTF_8));
            asked.headers().forEach(request::setHeader);
        }
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(() -> {
            late.set(true);
            request.cancel();
        }, limit.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            Answer.Said said = new Answer.Said(response.getCode(), beginning(response));
            request.cancel();
            return said;
        } catch (IOException e) {
            return late.get() ? new Answer.Broke(Cause.TIMEOUT, limit.toString()) : broke(e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static String beginning(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? ""
                : new String(response.getEntity().getContent().readNBytes(ANSWER), StandardCharsets.UTF_8);
    }

    private static Answer broke(IOException e) {
        return switch (e) {
            case ShutAddress shut -> new Answer.Shut(shut.rule);
            case UnknownHostException unknown -> new Answer.Broke(Cause.UNKNOWN_HOST, said(unknown));
            case ConnectTimeoutException slow -> new Answer.Broke(Cause.TIMEOUT, said(slow));
            case SocketTimeoutException slow -> new Answer.Broke(Cause.TIMEOUT, said(slow));
            case ConnectException refused -> new Answer.Broke(Cause.CONNECT, said(refused));
            case NoRouteToHostException far -> new Answer.Broke(Cause.CONNECT, said(far));
            case SSLException tls -> new Answer.Broke(Cause.TLS, said(tls));
            case InterruptedIOException ended -> new Answer.Broke(Cause.TIMEOUT, said(ended));
            default -> new Answer.Broke(Cause.BROKEN, said(e));
        };
    }

    private static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        lookups.close();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Looks a name up and lets only judged addresses through, at the moment of connecting. */
    private final class Judged implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (proxy.filter(known -> known.getHostName().equalsIgnoreCase(host)).isPresent()) {
                return InetAddress.getAllByName(host);
            }
            return switch (way(host)) {
                case Way.Open open -> open.addresses().toArray(InetAddress[]::new);
                case Way.Shut shut -> throw new ShutAddress(shut.rule());
                case Way.Unknown unknown -> throw new UnknownHostException(unknown.host());
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** An address that must not be connected to, on its way through the library. */
    private static final class ShutAddress extends UnknownHostException {

        private static final long serialVersionUID = 1;

        private final String rule;

        ShutAddress(String rule) {
            super(rule);
            this.rule = rule;
        }
    }
}
