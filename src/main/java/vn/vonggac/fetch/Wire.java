package vn.vonggac.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request at addresses that the gate has checked and follows nothing by itself. Connections are kept
 * by address, host and port; names are never resolved here.
 */
final class Wire implements AutoCloseable {

    private static final int ADDRESSES = 3;
    private static final int CONNECTIONS = 2_000;
    private static final int PER_ROUTE = 64;
    private static final Timeout IDLE = Timeout.ofSeconds(20);
    private static final TimeValue OLD = TimeValue.ofMinutes(5);

    private final FetchConfig config;
    private final Certificates certificates;
    private final PoolingHttpClientConnectionManager pool;

    Wire(FetchConfig config, Certificates certificates) {
        this.config = config;
        this.certificates = certificates;
        pool = pool(config.limits());
    }

    Reply send(Call call, Deadlines.Watch watch) throws InterruptedException {
        List<InetAddress> addresses = call.addresses();
        Reply reply = at(addresses.getFirst(), call, watch);
        for (int i = 1; i < Math.min(ADDRESSES, addresses.size()) && isOnlyThisAddress(reply); i++) {
            reply = at(addresses.get(i), call, watch);
        }
        return reply;
    }

    private Reply at(InetAddress address, Call call, Deadlines.Watch watch) throws InterruptedException {
        Attempt attempt = new Attempt(this, call, address, watch);
        Reply reply = attempt.run();
        while (attempt.wasStale()) {
            attempt = new Attempt(this, call, address, watch);
            reply = attempt.run();
        }
        return reply;
    }

    private static boolean isOnlyThisAddress(Reply reply) {
        return reply instanceof Reply.Broke broke && switch (broke.cause()) {
            case CONNECT_REFUSED, UNREACHABLE -> true;
            default -> false;
        };
    }

    ConnectionEndpoint lease(StrictUrl url, InetAddress address, Duration wait)
            throws InterruptedException, ExecutionException, TimeoutException {
        HttpHost host = new HttpHost(url.scheme(), address, url.host(), url.port());
        Timeout patience = Timeout.of(wait.toMillis() + 1, TimeUnit.MILLISECONDS);
        return pool.lease("", new HttpRoute(host, (InetAddress) null, url.secure()), patience, null)
                .get(patience);
    }

    void connect(ConnectionEndpoint endpoint, HttpContext context) throws IOException {
        pool.connect(endpoint, TimeValue.of(limits().connect()), context);
    }

    Optional<TlsFacts> judge(ConnectionEndpoint endpoint, StrictUrl url) {
        EndpointInfo info = endpoint.getInfo();
        SSLSession session = info == null ? null : info.getSslSession();
        return session == null ? Optional.empty() : Optional.of(certificates.judge(session, url.host()));
    }

    void release(ConnectionEndpoint endpoint, boolean keep) {
        pool.release(endpoint, null, keep ? IDLE : null);
    }

    FetchConfig.Limits limits() {
        return config.limits();
    }

    boolean looksAnyway() {
        return config.lookAnyway();
    }

    int open() {
        return pool.getTotalStats().getLeased();
    }

    void tidy() {
        pool.closeIdle(IDLE);
    }

    @Override
    public void close() {
        pool.close(CloseMode.IMMEDIATE);
    }

    static void closeNow(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A header's value as meant: servers send UTF-8 where the protocol says Latin 1. */
    static String text(@Nullable String value) {
        if (value == null || isAscii(value)) {
            return value == null ? "" : value;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static PoolingHttpClientConnectionManager pool(FetchConfig.Limits limits) {
        Http1Config protocol = Http1Config.custom().setMaxHeaderCount(limits.headers())
                .setMaxLineLength(limits.headerLine()).setMaxEmptyLineCount(3).build();
        ManagedHttpClientConnectionFactory connections = ManagedHttpClientConnectionFactory.builder()
                .http1Config(protocol).responseParserFactory(ignored -> new Heads(protocol)).build();
        return PoolingHttpClientConnectionManagerBuilder.create().setConnectionFactory(connections)
                .setTlsSocketStrategy(new Handshake())
                // empty: a name that got here unresolved is a bug, and must not be looked up
                .setDnsResolver(new InMemoryDnsResolver())
                .setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(PER_ROUTE)
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom().setSocketTimeout(Timeout.DISABLED)
                        .setIdleTimeout(IDLE).setTimeToLive(OLD)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(2)).build())
                .build();
    }
}
