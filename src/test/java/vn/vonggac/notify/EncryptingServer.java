package vn.vonggac.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * What stands before a mail server that knows no STARTTLS: offers it, speaks TLS from then on, and passes everything on
 * in the clear to the server behind it.
 */
final class EncryptingServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final SSLContext context;
    private final int behind;
    private volatile boolean encrypted;

    EncryptingServer(Path folder, String name, int behind)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("mail.p12");
        Process made = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "EC", "-alias", "mail", "-dname", "CN=" + name, "-ext",
                "san=dns:" + name, "-keystore", store.toString(), "-storepass", new String(PASSWORD))
                .redirectErrorStream(true).start();
        made.getInputStream().readAllBytes();
        made.waitFor();
        this.context = context(store);
        this.behind = behind;
        Thread.ofVirtual().start(this::listen);
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        TrustManagerFactory known = TrustManagerFactory.getInstance("PKIX");
        known.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), known.getTrustManagers(), null);
        return context;
    }

    int port() {
        return door.getLocalPort();
    }

    /** How somebody connects who knows its certificate. */
    SSLSocketFactory known() {
        return context.getSocketFactory();
    }

    /** Whether anybody has spoken TLS. */
    boolean encrypted() {
        return encrypted;
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                greet(caller);
            } catch (IOException ended) {
                // by the caller, or by close()
            }
        }
    }

    private void greet(Socket caller) throws IOException {
        BufferedReader said = new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        say(caller, "220 mail ESMTP");
        for (String line; (line = said.readLine()) != null && !line.equalsIgnoreCase("STARTTLS");) {
            say(caller, line.startsWith("EHLO") ? "250-mail\r\n250 STARTTLS" : "530 STARTTLS first");
        }
        say(caller, "220 go on");
        try (SSLSocket secret = (SSLSocket) context.getSocketFactory().createSocket(caller, null, false);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            secret.setUseClientMode(false);
            secret.startHandshake();
            encrypted = true;
            skipLine(server);
            Thread back = Thread.ofVirtual().start(() -> pass(server, secret));
            pass(secret, server);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The greeting of the server behind, which the caller has had from us. */
    private static void skipLine(Socket server) throws IOException {
        while (server.getInputStream().read() != '\n') {
            // on
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException ended) {
            // one of the two has hung up
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
