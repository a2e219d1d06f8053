package vn.vonggac.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An OpenID Connect provider on loopback that signs whatever a test wants it to say. */
final class FakeProvider implements AutoCloseable {

    static final String CLIENT = "vong-gac";
    static final String SECRET = "bi-mat-cua-dich-vu";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey stranger;
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    FakeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
            stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200,
                ("{'issuer':'%1$s','authorization_endpoint':'%1$s/authorize','token_endpoint':'%1$s/token',"
                        + "'jwks_uri':'%1$s/keys'}").formatted(issuer()).replace('\'', '"')));
        server.createContext("/keys",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it says about somebody when all is well. */
    JWTClaimsSet.Builder claims(String nonce, Instant now) {
        return new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT).subject("s-1")
                .claim("nonce", nonce).claim("email", "An@Binhminh.Example").claim("email_verified", true)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)));
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS256, key);
    }

    String signedByAnother(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.RS256, stranger);
    }

    /** The public key taken for a shared secret: what a verifier does that believes the token about its own kind. */
    String signedWithThePublicKey(JWTClaimsSet claims) {
        return signed(claims, JWSAlgorithm.HS256, key);
    }

    String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims);
            JWSSigner signer = algorithm == JWSAlgorithm.HS256
                    ? new MACSigner(with.toRSAPublicKey().getEncoded())
                    : new RSASSASigner(with);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code that a browser brings back, good once. */
    String code(String challenge, String idToken) {
        String code = UUID.randomUUID().toString();
        challenges.put(code, challenge);
        tokens.put(code, idToken);
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String credentials = "Basic " + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        String code = form.getOrDefault("code", "");
        String challenge = challenges.remove(code);
        boolean good = credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && challenge != null && challenge.equals(hash(form.getOrDefault("code_verifier", "")))
                && form.getOrDefault("redirect_uri", "").endsWith("/sign-in/sso/return");
        answer(exchange, good ? 200 : 400,
                good ? "{\"id_token\":\"" + tokens.remove(code) + "\"}" : "{\"error\":\"invalid_grant\"}");
    }

    static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String hash(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest
                    .getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
