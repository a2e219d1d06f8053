package vn.vonggac.account;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The OpenID Connect provider over the network: where it is signed in, what a code stands for, which keys it signs with. */
@Singleton
final class Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 1 << 20;
    private static final int OK = 200;

    private final SingleSignOnConfig config;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    Provider(SingleSignOnConfig config) {
        this.config = config;
    }

    /** What it says about itself. */
    record Place(String authorization, String token, String keys) {}

    Place place() throws IOException {
        String at = config.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        Map<String, Object> said = json(HttpRequest.newBuilder(URI.create(at)));
        if (!config.issuer().equals(said.get("issuer"))) {
            throw new IOException("the provider calls itself " + said.get("issuer"));
        }
        return new Place(String.valueOf(said.get("authorization_endpoint")),
                String.valueOf(said.get("token_endpoint")), String.valueOf(said.get("jwks_uri")));
    }

    JWKSet keys(Place place) throws IOException {
        try {
            return JWKSet.parse(json(HttpRequest.newBuilder(URI.create(place.keys()))));
        } catch (ParseException e) {
            throw new IOException("the provider's keys cannot be read", e);
        }
    }

    /** The token about whoever signed in, for the code that their browser brought. */
    String idToken(Place place, String code, String verifier, String returnAddress) throws IOException {
        String form = form(Map.of("grant_type", "authorization_code", "code", code, "code_verifier", verifier,
                "redirect_uri", returnAddress, "client_id", config.clientId()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(place.token()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!config.clientSecret().isEmpty()) {
            String credentials = encoded(config.clientId()) + ":" + encoded(config.clientSecret());
            request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return String.valueOf(json(request).get("id_token"));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, Object> json(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> answer = client.send(
                    request.header("Accept", "application/json").timeout(PATIENCE).build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new IOException("the provider answered " + answer.statusCode());
                }
                return JSONObjectUtils
                        .parse(new String(body.readNBytes(MOST), StandardCharsets.UTF_8));
            }
        } catch (ParseException e) {
            throw new IOException("the provider's answer cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
