package vn.vonggac.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.account.Accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The service beyond this machine: with a certificate of its own, behind proxies, and in the clear. */
class TransportTest {

    private static final String PASSWORD = "mat-khau-kho";
    private static final int CANNOT_START = 70;

    @TempDir
    private static Path folder;
    private static Path keystore;

    @BeforeAll
    static void makeACertificate() throws Exception {
        keystore = folder.resolve("gac.p12");
        make(folder);
    }

    /** A certificate of its own as a keystore, and the same in PEM with its key. */
    private static void make(Path folder) throws Exception {
        Path keystore = folder.resolve("gac.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(keytool.toString(), "-genkeypair", "-keyalg", "EC", "-alias", "gac",
                "-dname", "CN=localhost", "-ext", "SAN=DNS:localhost,IP:127.0.0.1", "-validity", "30",
                "-storetype", "PKCS12", "-keystore", keystore.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        KeyStore store = store(keystore);
        Files.writeString(folder.resolve("gac.pem"),
                pem("CERTIFICATE", store.getCertificate("gac").getEncoded()));
        Files.writeString(folder.resolve("gac.key"),
                pem("PRIVATE KEY", store.getKey("gac", PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END " + what + "-----\n";
    }

    private static KeyStore store(Path keystore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static HttpClient client() throws Exception {
        return client(keystore);
    }

    /** One that believes this certificate and no other. */
    private static HttpClient client(Path keystore) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store(keystore));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gac.p12", "gac.pem"})
    void overTlsTheCookieIsForHttpsOnlyAndBrowsersAreToldToStay(String certificate) throws Exception {
        TestInstallation installation = TestInstallation.with(Map.of("vonggac.http.host", "0.0.0.0",
                "vonggac.http.certificate", folder.resolve(certificate).toString(), "vonggac.http.key",
                folder.resolve("gac.key").toString(), "vonggac.http.key-password",
                certificate.endsWith("p12") ? PASSWORD : ""));
        try {
            setUp(installation);
            URI address = URI.create("https://127.0.0.1:" + installation.address().getPort());
            HttpResponse<String> answer = client().send(signIn(address), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure")
                    .containsIgnoringCase("HttpOnly");
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000");
            HttpResponse<String> api = client().send(
                    HttpRequest.newBuilder(address.resolve("/api/v1/problems")).build(),
                    BodyHandlers.ofString());
            assertThat(api.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(inTheClear(address.getPort(), "127.0.0.1")).isEmpty();
        } finally {
            installation.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gac.p12", "gac.pem"})
    void aCertificateThatWasRenewedIsShownWithoutAStart(String certificate) throws Exception {
        Path live = Files.createDirectory(folder.resolve("live-" + certificate));
        Path renewed = Files.createDirectory(folder.resolve("renewed-" + certificate));
        make(live);
        make(renewed);
        HttpClient newcomer = client(renewed.resolve("gac.p12"));
        TestInstallation installation = TestInstallation.with(Map.of("vonggac.http.certificate",
                live.resolve(certificate).toString(), "vonggac.http.key", live.resolve("gac.key").toString(),
                "vonggac.http.key-password", certificate.endsWith("p12") ? PASSWORD : ""));
        try {
            HttpRequest page = HttpRequest.newBuilder(
                    URI.create("https://127.0.0.1:" + installation.address().getPort() + "/setup")).build();
            assertThatThrownBy(() -> newcomer.send(page, BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
            for (String file : List.of("gac.key", "gac.pem", "gac.p12")) {
                Files.move(renewed.resolve(file), live.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(answersWithin(Duration.ofSeconds(30), newcomer, page)).isTrue();
        } finally {
            installation.close();
        }
    }

    private static boolean answersWithin(Duration patience, HttpClient client, HttpRequest request)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException stillTheOldOne) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        return false;
    }

    @Test
    void nobodyGoesAroundTheListedProxies() throws Exception {
        String own = ownAddress();
        TestInstallation installation = TestInstallation.with(
                Map.of("vonggac.http.host", "0.0.0.0", "vonggac.http.proxies", "192.0.2.1"));
        try {
            setUp(installation);
            int port = installation.address().getPort();
            assertThat(inTheClear(port, own)).hasValue(403);
            assertThat(inTheClear(port, "127.0.0.1")).hasValue(303);
        } finally {
            installation.close();
        }
        TestInstallation listed = TestInstallation.with(
                Map.of("vonggac.http.host", "0.0.0.0", "vonggac.http.proxies", own));
        try {
            setUp(listed);
            assertThat(inTheClear(listed.address().getPort(), own)).hasValue(303);
        } finally {
            listed.close();
        }
    }

    @Test
    void whoSaidSoInSoManyWordsIsAnsweredInTheClear() throws Exception {
        TestInstallation installation = TestInstallation.with(Map.of("vonggac.http.host", "0.0.0.0",
                "vonggac.http.allow-plain-http-beyond-loopback", true));
        try {
            setUp(installation);
            assertThat(inTheClear(installation.address().getPort(), ownAddress())).hasValue(303);
        } finally {
            installation.close();
        }
    }

    @Test
    void aServiceIsNotStartedBeyondThisMachineInTheClear() {
        RunningService refused = RunningService.start(folder, Map.of("VONGGAC_HTTP_HOST", "0.0.0.0"));
        assertThat(refused.exitCode()).isEqualTo(CANNOT_START);
        assertThat(refused.console()).isEmpty();
        assertThat(refused.log()).hasSize(1).first().asString().contains("0.0.0.0 is no loopback address",
                "vonggac.http.certificate", "vonggac.http.proxies",
                "vonggac.http.allow-plain-http-beyond-loopback");
    }

    @Test
    void aCertificateWithoutItsKeyOrPasswordRefusesTheStart() {
        for (Map<String, Object> half : List.<Map<String, Object>>of(
                Map.of("vonggac.http.certificate", folder.resolve("gac.pem").toString()),
                Map.of("vonggac.http.certificate", folder.resolve("gac.pem").toString(), "vonggac.http.key",
                        folder.resolve("gac.pem").toString()),
                Map.of("vonggac.http.certificate", keystore.toString(), "vonggac.http.key-password", "x"))) {
            assertThatThrownBy(() -> Settings.read(Optional.empty(), half)).isInstanceOf(CannotStart.class)
                    .hasMessageContaining("vonggac.http.key");
        }
    }

    @Test
    void aServiceWithACertificateSaysItsAddressAndAnswersThere() throws Exception {
        try (RunningService service = RunningService.start(folder,
                Map.of("VONGGAC_DATA", "kept", "VONGGAC_HTTP_HOST", "0.0.0.0", "VONGGAC_HTTP_PORT",
                        String.valueOf(Ports.free()), "VONGGAC_HTTP_MANAGEMENT_PORT",
                        String.valueOf(Ports.free()), "VONGGAC_HTTP_CERTIFICATE",
                        folder.resolve("gac.p12").toString(), "VONGGAC_HTTP_KEY_PASSWORD", PASSWORD))) {
            URI address = service.address();
            assertThat(address.getScheme()).isEqualTo("https");
            URI near = URI.create("https://127.0.0.1:" + address.getPort() + "/setup");
            assertThat(client().send(HttpRequest.newBuilder(near).build(), BodyHandlers.discarding())
                    .statusCode()).isEqualTo(200);
            assertThat(String.join("\n", service.log())).doesNotContain(PASSWORD);
        }
    }

    private static void setUp(TestInstallation installation) {
        Accounts accounts = installation.bean(Accounts.class);
        accounts.setUp(new Accounts.FirstAdministrator(accounts.newSetUpCode(), "An", "an",
                TestInstallation.PASSWORD, TestInstallation.PASSWORD));
    }

    private static HttpRequest signIn(URI address) {
        return HttpRequest.newBuilder(address.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=an&password=" + java.net.URLEncoder
                        .encode(TestInstallation.PASSWORD, java.nio.charset.StandardCharsets.UTF_8)))
                .build();
    }

    /** What signing in without TLS is answered with; nothing where no HTTP comes back. */
    private static Optional<Integer> inTheClear(int port, String host) throws Exception {
        try {
            return Optional.of(HttpClient.newHttpClient()
                    .send(signIn(URI.create("http://" + host + ":" + port)), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** An address of this machine that is not its loopback. */
    private static String ownAddress() throws SocketException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address)
                .map(InetAddress::getHostAddress).findFirst().orElseThrow();
    }
}
