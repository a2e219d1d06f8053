package vn.vonggac.fetch;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Encrypts a connection, accepting any certificate: {@link Certificates} judges it before anything is sent. */
final class Handshake implements TlsSocketStrategy {

    /** Where the context holds the attempt that is told when the handshake starts and ends. */
    static final String ATTEMPT = "vn.vonggac.attempt";

    private final SSLSocketFactory sockets = sockets();

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment,
            HttpContext context) throws IOException {
        Attempt attempt = (Attempt) context.getAttribute(ATTEMPT);
        attempt.handshakes(socket);
        SSLSocket encrypted = (SSLSocket) sockets.createSocket(socket, host, port, true);
        encrypted.startHandshake();
        attempt.shookHands();
        return encrypted;
    }

    private static SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new Anybody()}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The extended kind, because the plain one is wrapped in checks of its own. */
    private static final class Anybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
