package vn.vonggac.cli;

import io.micronaut.context.env.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the service is reached: over TLS with a certificate of its own, through listed reverse proxies that speak it, or
 * in the clear from this machine only.
 */
final class Transport {

    private static final String HOST = "vonggac.http.host";
    private static final String CERTIFICATE = "vonggac.http.certificate";
    private static final String KEY = "vonggac.http.key";
    private static final String PASSWORD = "vonggac.http.key-password";
    private static final String PROXIES = "vonggac.http.proxies";
    private static final String IN_THE_CLEAR = "vonggac.http.allow-plain-http-beyond-loopback";
    private static final String NAME = "vonggac";

    private final Environment settings;

    Transport(Environment settings) {
        this.settings = settings;
    }

    /** What listening beyond this machine asks for; passwords and the weak spots of portals are not sent in the clear. */
    void check() {
        String host = settings.getRequiredProperty(HOST, String.class);
        boolean covered = hasCertificate() || proxies().length > 0
                || settings.getProperty(IN_THE_CLEAR, Boolean.class).orElse(false);
        if (!covered && !isLoopback(host)) {
            throw new CannotStart(HOST + ": " + host + " is no loopback address, and beyond this machine"
                    + " the service speaks TLS only: name its certificate in " + CERTIFICATE
                    + ", or the reverse proxies that speak TLS for it in " + PROXIES
                    + ". To do without all the same: " + IN_THE_CLEAR + ": true");
        }
        if (hasCertificate()) {
            checkCertificate();
        }
    }

    private void checkCertificate() {
        byte[] certificate = bytes(CERTIFICATE);
        try {
            if (isKeystore()) {
                KeyStore.getInstance(format()).load(new ByteArrayInputStream(certificate),
                        text(PASSWORD).toCharArray());
            } else {
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate));
                checkKey();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(CERTIFICATE + ": " + text(CERTIFICATE) + " is no certificate that "
                    + PASSWORD + " opens (" + e.getMessage() + ")");
        }
    }

    private void checkKey() {
        if (text(KEY).isBlank()) {
            throw new CannotStart(KEY + ": a certificate in PEM needs the file of its private key here.");
        }
        if (!new String(bytes(KEY), StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
            throw new CannotStart(KEY + ": " + text(KEY) + " holds no private key in PEM.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new CannotStart(HOST + ": " + host + " is no address of this machine.");
        }
    }

    private byte[] bytes(String key) {
        try {
            return Files.readAllBytes(Path.of(text(key)));
        } catch (IOException e) {
            throw new CannotStart(key + ": " + text(key) + " cannot be read.");
        }
    }

    private String[] proxies() {
        return settings.getProperty(PROXIES, String[].class).orElse(new String[0]);
    }

    private boolean hasCertificate() {
        return !text(CERTIFICATE).isBlank();
    }

    private String text(String key) {
        return settings.getProperty(key, String.class).orElse("");
    }

    private boolean isKeystore() {
        return !format().equals("PEM");
    }

    private String format() {
        String file = text(CERTIFICATE).toLowerCase(Locale.ROOT);
        return file.endsWith(".p12") || file.endsWith(".pfx")
                ? "PKCS12"
                : file.endsWith(".jks") ? "JKS" : "PEM";
    }

    /** The server's settings for it; a certificate that was renewed is taken up without a start. */
    Map<String, Object> derived() {
        if (!hasCertificate()) {
            return Map.of();
        }
        String file = "micronaut.certificate.file." + NAME + ".";
        Map<String, Object> derived = new HashMap<>(Map.of("micronaut.server.ssl.key-name", NAME,
                "micronaut.server.ssl.enabled", true, "micronaut.server.ssl.port",
                settings.getRequiredProperty("vonggac.http.port", Integer.class), file + "format", format(),
                file + "refresh-mode", "FILE_WATCHER_OR_SCHEDULER"));
        if (isKeystore()) {
            derived.put(file + "path", text(CERTIFICATE));
            derived.put("micronaut.server.ssl.key.password", text(PASSWORD));
        } else {
            derived.put(file + "path", text(KEY));
            derived.put(file + "certificate-path", text(CERTIFICATE));
        }
        if (!text(PASSWORD).isEmpty()) {
            derived.put(file + "password", text(PASSWORD));
        }
        return derived;
    }
}
