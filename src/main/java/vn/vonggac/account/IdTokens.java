package vn.vonggac.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a provider says about whoever signed in there; anything that is not exactly as it should be says nothing. */
@Singleton
final class IdTokens {

    // signed with the provider's private key, in no other way
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384,
            JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
            JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int LONGEST_SUBJECT = 255;

    private final SingleSignOnConfig config;
    private final InstantSource time;

    IdTokens(SingleSignOnConfig config, InstantSource time) {
        this.config = config;
        this.time = time;
    }

    Optional<Identity> read(String token, JWKSet keys, String nonce) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            return isSigned(signed, keys) && holds(signed.getJWTClaimsSet(), nonce)
                    ? Optional.of(identity(signed.getJWTClaimsSet()))
                    : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT token, JWKSet keys) throws JOSEException {
        JWSHeader header = token.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return false;
        }
        for (JWK key : new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys)) {
            if (key instanceof AsymmetricJWK pair) {
                JWSVerifier verifier = new DefaultJWSVerifierFactory().createJWSVerifier(header,
                        pair.toPublicKey());
                if (token.verify(verifier)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holds(JWTClaimsSet claims, String nonce) throws ParseException {
        Instant now = time.instant();
        List<String> audience = claims.getAudience();
        String party = claims.getStringClaim("azp");
        String subject = claims.getSubject();
        return config.issuer().equals(claims.getIssuer()) && audience.contains(config.clientId())
                && (audience.size() == 1 || party != null)
                && (party == null || party.equals(config.clientId()))
                && Tokens.same(nonce, String.valueOf(claims.getStringClaim("nonce")))
                && isAfter(claims.getExpirationTime(), now.minus(SKEW))
                && !isAfter(claims.getIssueTime(), now.plus(SKEW))
                && subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT;
    }

    /** A moment that is not there is after none, and nothing was issued at no moment. */
    private static boolean isAfter(@org.jspecify.annotations.Nullable Date moment, Instant other) {
        return moment != null && moment.toInstant().isAfter(other);
    }

    private static Identity identity(JWTClaimsSet claims) throws ParseException {
        boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        String email = claims.getStringClaim("email");
        return new Identity(claims.getSubject(),
                verified && email != null ? email.strip().toLowerCase(Locale.ROOT) : "");
    }
}
