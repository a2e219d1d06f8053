package vn.vonggac.fetch;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates of a finished handshake. The handshake itself accepts any, so that a certificate that
 * does not hold is still evidence; nothing is sent before this has judged it. Judging after the handshake also
 * covers resumed sessions.
 */
final class Certificates {

    private static final String FACTS = "vn.vonggac.facts.";

    private final X509TrustManager trust;
    private final DefaultHostnameVerifier names = new DefaultHostnameVerifier();
    private final InstantSource clock;

    /** @param anchors to trust; null for the Java installation's own */
    Certificates(@Nullable KeyStore anchors, InstantSource clock) {
        this.trust = trust(anchors);
        this.clock = clock;
    }

    TlsFacts judge(SSLSession session, String host) {
        Object known = session.getValue(FACTS + host);
        if (known instanceof TlsFacts facts) {
            return facts;
        }
        TlsFacts facts = read(session, host);
        session.putValue(FACTS + host, facts);
        return facts;
    }

    private TlsFacts read(SSLSession session, String host) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                chain.add((X509Certificate) certificate);
            }
        } catch (SSLPeerUnverifiedException e) {
            return new TlsFacts(session.getProtocol(), session.getCipherSuite(), List.of(),
                    Set.of(TlsFacts.Problem.UNTRUSTED));
        }
        return new TlsFacts(session.getProtocol(), session.getCipherSuite(),
                chain.stream().map(Certificates::facts).toList(), problems(chain, host));
    }

    private Set<TlsFacts.Problem> problems(List<X509Certificate> chain, String host) {
        Set<TlsFacts.Problem> problems = EnumSet.noneOf(TlsFacts.Problem.class);
        X509Certificate own = chain.getFirst();
        if (own.getNotAfter().toInstant().isBefore(clock.instant())) {
            problems.add(TlsFacts.Problem.EXPIRED);
        }
        if (own.getNotBefore().toInstant().isAfter(clock.instant())) {
            problems.add(TlsFacts.Problem.NOT_YET_VALID);
        }
        try {
            names.verify(host, own);
        } catch (javax.net.ssl.SSLException e) {
            problems.add(TlsFacts.Problem.WRONG_NAME);
        }
        if (!isTrusted(chain, !problems.isEmpty())) {
            boolean selfSigned = own.getSubjectX500Principal().equals(own.getIssuerX500Principal());
            problems.add(selfSigned ? TlsFacts.Problem.SELF_SIGNED : TlsFacts.Problem.UNTRUSTED);
        }
        return problems;
    }

    private boolean isTrusted(List<X509Certificate> chain, boolean badDateIsKnown) {
        try {
            trust.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return badDateIsKnown && isDate(e);
        }
    }

    private static boolean isDate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path
                    && (path.getReason() == CertPathValidatorException.BasicReason.EXPIRED
                            || path.getReason() == CertPathValidatorException.BasicReason.NOT_YET_VALID)) {
                return true;
            }
        }
        return false;
    }

    private static TlsFacts.Certificate facts(X509Certificate certificate) {
        return new TlsFacts.Certificate(certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(), certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(),
                names(certificate), sha256(certificate));
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(List::getLast).filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return DigestUtils.sha256Hex(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            return "";
        }
    }

    private static X509TrustManager trust(@Nullable KeyStore anchors) {
        try {
            TrustManagerFactory factory = TrustManagerFactory
                    .getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager found) {
                    return found;
                }
            }
            throw new IllegalStateException("no trust manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
