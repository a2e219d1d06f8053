package vn.vonggac.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Encrypted servers with good and bad certificates, and some that never get so far. */
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String HOST = "www.tinh.gov.vn";
    private static final Map<String, Object> HERE = Map.of("allow", List.of("127.0.0.1"), "limits.tls", "10s",
            "limits.first-byte", "10s", "pace.shortest", "0s", "pace.factor", "0");
    private static final View CITIZEN = new Views(FetchConfig.defaults()).citizen();
    private static final List<ServerSocket> SERVERS = new ArrayList<>();

    @TempDir
    private static Path folder;
    private static KeyStore anchors;
    private static Fetcher fetcher;

    @BeforeAll
    static void start() throws Exception {
        anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, PASSWORD);
        trust(certificate("good", HOST, "-1d", 30));
        trust(certificate("wrong-name", "www.khac.gov.vn", "-1d", 30));
        trust(certificate("expired", HOST, "-30d", 10));
        trust(certificate("not-yet", HOST, "+10d", 30));
        certificate("self-signed", HOST, "-1d", 30);
        fetcher = fetcher(Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        assertThat(fetcher.open()).isZero();
        fetcher.close();
        for (ServerSocket server : SERVERS) {
            server.close();
        }
    }

    @Test
    void goodCertificateIsEvidence() throws Exception {
        FetchResult result = fetch(fetcher, encrypted("good"));
        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(result.exchange().verified()).isTrue();
        Hop hop = result.exchange().hops().getFirst();
        assertThat(hop.timings().tls()).isPositive();
        assertThat(hop.tls()).hasValueSatisfying(facts -> {
            assertThat(facts.protocol()).isEqualTo("TLSv1.3");
            assertThat(facts.problems()).isEmpty();
            assertThat(facts.chain()).hasSize(1);
            assertThat(facts.chain().getFirst().names()).containsExactly(HOST);
            assertThat(facts.chain().getFirst().sha256()).hasSize(64);
        });
    }

    @ParameterizedTest(name = "{0} is looked at anyway and marked {1}")
    @CsvSource({"expired, EXPIRED", "not-yet, NOT_YET_VALID", "wrong-name, WRONG_NAME",
            "self-signed, SELF_SIGNED"})
    void badCertificateIsEvidenceAndNotTheEnd(String name, TlsFacts.Problem problem) throws Exception {
        FetchResult result = fetch(fetcher, encrypted(name));
        assertThat(result).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.body().text().text()).contains("secret page"));
        assertThat(result.exchange().verified()).isFalse();
        assertThat(result.exchange().hops().getFirst().notes()).contains(Hop.Note.UNVERIFIED);
        assertThat(result.exchange().hops().getFirst().tls().orElseThrow().problems())
                .containsExactly(problem);
    }

    @Test
    void badCertificateStaysBadOnAResumedSession() throws Exception {
        ServerSocket server = encrypted("self-signed");
        for (int i = 0; i < 3; i++) {
            assertThat(fetch(fetcher, server).exchange().verified()).isFalse();
        }
    }

    @Test
    void nothingIsSentToABadCertificateWhereLookingAnywayIsOff() throws Exception {
        try (Fetcher strict = fetcher(Map.of("look-anyway", false))) {
            FetchResult result = fetch(strict, encrypted("expired"));
            assertThat(result).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.cause()).isEqualTo(Failed.Cause.TLS_UNVERIFIED));
            assertThat(result.exchange().hops().getFirst().sent()).isEmpty();
            assertThat(result.exchange().hops().getFirst().tls().orElseThrow().problems())
                    .containsExactly(TlsFacts.Problem.EXPIRED);
        }
    }

    @Test
    void cookiesAreNeitherSentToNorTakenFromABadCertificate() throws Exception {
        ServerSocket bad = encrypted("self-signed");
        FetchResult result = fetcher.fetch(target(bad, "/cookie"), CITIZEN);
        assertThat(result.exchange().hops()).hasSize(2).allSatisfy(
                hop -> assertThat(hop.sent()).noneMatch(header -> header.is("Cookie")));
        FetchResult good = fetcher.fetch(target(encrypted("good"), "/cookie"), CITIZEN);
        assertThat(good.exchange().hops().getLast().sent()).contains(new Header("Cookie", "a=b"));
    }

    @Test
    void handshakeThatBreaksOffFails() throws Exception {
        assertThat(cause(raw(Socket::close))).isEqualTo(Failed.Cause.TLS_HANDSHAKE);
    }

    @Test
    void serverThatSpeaksOnlyAnOldProtocolIsToldFromOneThatBreaksOff() throws Exception {
        String oldHello = "160301002a0200002603010000000000000000000000000000000000000000000000000000000000000000"
                + "00c01300";
        assertThat(cause(raw(socket -> {
            InputStream in = socket.getInputStream();
            in.read(new byte[4096]);
            socket.getOutputStream().write(HexFormat.of().parseHex(oldHello));
            in.read(new byte[4096]);
        }))).isEqualTo(Failed.Cause.TLS_PROTOCOL);
        assertThat(cause(raw(socket -> {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(HexFormat.of().parseHex("15030100020246"));
        }))).isEqualTo(Failed.Cause.TLS_PROTOCOL);
    }

    @Test
    void plainAnswerOnTheEncryptedPortFails() throws Exception {
        assertThat(cause(raw(socket -> socket.getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo(Failed.Cause.TLS_HANDSHAKE);
    }

    @Test
    void silentHandshakeIsGivenUp() throws Exception {
        try (Fetcher hasty = fetcher(Map.of("limits.tls", "100ms"))) {
            ServerSocket silent = raw(socket -> socket.getInputStream().readAllBytes());
            assertThat(fetch(hasty, silent)).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.cause()).isEqualTo(Failed.Cause.TLS_TIMEOUT));
        }
    }

    @Test
    void closedPortIsRefused() throws Exception {
        ServerSocket closed = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        closed.close();
        assertThat(cause(closed)).isEqualTo(Failed.Cause.CONNECT_REFUSED);
    }

    private static Failed.Cause cause(ServerSocket server) {
        FetchResult result = fetch(fetcher, server);
        assertThat(result).isInstanceOf(Failed.class);
        return ((Failed) result).cause();
    }

    private static FetchResult fetch(Fetcher fetcher, ServerSocket server) {
        return fetcher.fetch(target(server, "/"), CITIZEN);
    }

    private static Target target(ServerSocket server, String path) {
        int port = server.getLocalPort();
        return new Target("https://" + HOST + ":" + port + path, "portal", "pace " + port, Set.of(port),
                Optional.empty(), Target.Purpose.LISTED);
    }

    private static Fetcher fetcher(Map<String, Object> more) {
        Map<String, Object> changes = new java.util.HashMap<>(HERE);
        changes.putAll(more);
        return new Fetcher(FetchConfig.with(changes), InstantSource.system(),
                host -> List.of(InetAddress.getLoopbackAddress()), anchors);
    }

    @FunctionalInterface
    private interface Talk {
        void with(Socket socket) throws IOException;
    }

    private static ServerSocket encrypted(String name) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(folder.resolve(name)), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return serve(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                TlsTest::page);
    }

    private static ServerSocket raw(Talk talk) throws IOException {
        return serve(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk);
    }

    private static void page(Socket socket) throws IOException {
        byte[] request = new byte[8192];
        int count = socket.getInputStream().read(request);
        String head = new String(request, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1);
        socket.getOutputStream().write((head.startsWith("GET /cookie")
                ? "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /next\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 14\r\nConnection: close\r\n\r\n<p>secret page")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static ServerSocket serve(ServerSocket server, Talk talk) {
        SERVERS.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    talk.with(socket);
                } catch (IOException e) {
                    continue;
                }
            }
        });
        return server;
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }

    private static void trust(Path file) throws IOException, GeneralSecurityException {
        anchors.setCertificateEntry(file.toString(), load(file).getCertificate("key"));
    }

    private static Path certificate(String name, String host, String start, int days) throws Exception {
        Path file = folder.resolve(name);
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + host, "-ext",
                "SAN=dns:" + host,
                "-startdate", start, "-validity", String.valueOf(days), "-storetype", "PKCS12", "-storepass",
                String.valueOf(PASSWORD), "-keystore", file.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }
}
