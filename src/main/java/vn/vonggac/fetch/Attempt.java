package vn.vonggac.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One try at one address over one connection: what happened, when, and what came. */
final class Attempt {

    /** How far it got, which decides what a failure means. */
    enum Phase {
        CONNECT, TLS, HEAD, BODY
    }

    private static final int INTERIM = 20;

    private final Wire wire;
    private final Call call;
    private final InetAddress address;
    private final Deadlines.Watch watch;

    private Phase phase = Phase.CONNECT;
    private boolean reused;
    private boolean keep;
    private List<Header> sent = List.of();
    private Optional<TlsFacts> tls = Optional.empty();
    private @Nullable Answer answer;
    private Received body = Received.NOTHING;
    private final long started = System.nanoTime();
    private long connected;
    private long handshake;
    private long shaken;
    private long asked;
    private long first;
    private long last;

    Attempt(Wire wire, Call call, InetAddress address, Deadlines.Watch watch) {
        this.wire = wire;
        this.call = call;
        this.address = address;
        this.watch = watch;
    }

    Reply run() throws InterruptedException {
        try {
            ConnectionEndpoint endpoint = wire.lease(call.url(), address, watch.left());
            try {
                exchange(endpoint);
            } finally {
                release(endpoint);
            }
        } catch (IOException | HttpException | ExecutionException | TimeoutException
                | ConnectionShutdownException e) {
            // the last: a deadline closed the connection between two of its phases
            return broke(e);
        }
        Answer head = answer;
        return head == null ? broke(new ProtocolException("no answer")) : new Reply.Came(trace(), head, body);
    }

    /** A kept connection that the server had closed meanwhile: nothing was asked, so it can be asked again. */
    boolean wasStale() {
        return reused && phase == Phase.HEAD && first == 0 && watch.fired().isEmpty();
    }

    void handshakes(Socket socket) {
        phase = Phase.TLS;
        handshake = System.nanoTime();
        watch.phase(Failed.Cause.TLS_TIMEOUT, wire.limits().tls(), () -> Wire.closeNow(socket));
    }

    void shookHands() {
        shaken = System.nanoTime();
    }

    private void exchange(ConnectionEndpoint endpoint) throws IOException, HttpException {
        Runnable abort = () -> endpoint.close(CloseMode.IMMEDIATE);
        HttpCoreContext context = HttpCoreContext.create();
        context.setAttribute(Handshake.ATTEMPT, this);
        reused = endpoint.isConnected();
        if (!reused) {
            watch.phase(Failed.Cause.CONNECT_TIMEOUT, wire.limits().connect(), abort);
            wire.connect(endpoint, context);
        }
        connected = System.nanoTime();
        tls = wire.judge(endpoint, call.url());
        boolean verified = tls.map(facts -> facts.problems().isEmpty()).orElse(true);
        if (!verified && !wire.looksAnyway()) {
            throw new Broken(Failed.Cause.TLS_UNVERIFIED,
                    tls.map(facts -> facts.problems().toString()).orElse(""));
        }
        phase = Phase.HEAD;
        watch.phase(Failed.Cause.FIRST_BYTE_TIMEOUT, wire.limits().firstByte(), abort);
        ClassicHttpRequest request = request(verified);
        ClassicHttpResponse response = endpoint.execute("", request,
                (asking, connection, ignored) -> head(asking, connection, abort), context);
        Answer head = answer(response);
        answer = head;
        phase = Phase.BODY;
        HttpEntity entity = response.getEntity();
        body = entity == null ? Received.NOTHING : read(entity, call.limit().applyAsInt(head));
        last = System.nanoTime();
        keep = body.cut().isEmpty() && !(response instanceof Heads.Head came && came.isFollowed())
                && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
    }

    private ClassicHttpRequest request(boolean verified) {
        sent = call.headers().connection(verified);
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", call.url().path());
        sent.forEach(header -> request.addHeader(header.name(), header.value()));
        return request;
    }

    private ClassicHttpResponse head(ClassicHttpRequest request, HttpClientConnection connection,
            Runnable abort)
            throws IOException, HttpException {
        if (reused && isTalking(connection)) {
            throw new Broken(Failed.Cause.CONNECTION_LOST, "an answer before the question");
        }
        connection.sendRequestHeader(request);
        connection.flush();
        asked = System.nanoTime();
        if (connection.isDataAvailable(Timeout.INFINITE)) {
            first = System.nanoTime();
            watch.phase(abort);
        }
        for (int interim = 0; interim <= INTERIM; interim++) {
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (response.getCode() >= 200) {
                if (MessageSupport.canResponseHaveBody("GET", response)) {
                    connection.receiveResponseEntity(response);
                }
                return response;
            }
            if (response.getCode() == 101) {
                throw new ProtocolException("Switched protocols unasked");
            }
        }
        throw new Broken(Failed.Cause.INTERIM_FLOOD, "more than " + INTERIM);
    }

    /** Whether an idle connection has something to say, which would pass for the answer to our request. */
    private static boolean isTalking(HttpClientConnection connection) throws IOException {
        boolean plain = connection.getSSLSession() == null;
        return plain && connection instanceof ManagedHttpClientConnection managed
                ? managed.getSocket().getInputStream().available() > 0
                : connection.isDataAvailable(Timeout.ofMilliseconds(1));
    }

    private Answer answer(ClassicHttpResponse response) throws Broken {
        List<Header> headers = Arrays.stream(response.getHeaders())
                .map(header -> new Header(header.getName(), Wire.text(header.getValue()))).toList();
        int size = headers.stream().mapToInt(header -> header.name().length() + header.value().length() + 4)
                .sum();
        if (size > wire.limits().headerBytes()) {
            throw new Broken(Failed.Cause.HEADERS_TOO_LARGE, size + " bytes");
        }
        return new Answer(String.valueOf(response.getVersion()), response.getCode(),
                Wire.text(response.getReasonPhrase()), headers);
    }

    private Received read(HttpEntity entity, int limit) throws IOException {
        Received came = new BodyReader(limit, entity.getContentLength(), call.budget())
                .read(entity.getContent());
        boolean late = came.cut().isPresent() && watch.fired().isPresent();
        return late ? new Received(came.bytes(), Optional.of(Body.Cut.DEADLINE)) : came;
    }

    private void release(ConnectionEndpoint endpoint) {
        if (!keep) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        wire.release(endpoint, keep);
    }

    private Reply broke(Exception failure) {
        Failed.Cause cause = watch.fired().orElseGet(() -> Broken.cause(phase, failure));
        return new Reply.Broke(trace(), cause, Broken.detail(failure));
    }

    private Reply.Trace trace() {
        return new Reply.Trace(Optional.of(address), sent,
                new Timings(call.dns(), between(started, handshake == 0 ? connected : handshake),
                        between(handshake, shaken), between(asked, first), between(asked, last)),
                tls, reused);
    }

    private static Duration between(long start, long end) {
        return start == 0 || end == 0 ? Duration.ZERO : Duration.ofNanos(end - start);
    }
}
