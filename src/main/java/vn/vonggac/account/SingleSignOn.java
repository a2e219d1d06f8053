package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signing in at an OpenID Connect provider: the code flow with PKCE, state and nonce. What has to be remembered on the
 * way is in the browser's own cookie, encrypted, so that any node may take them back. It says who somebody is and never
 * what they may do; the second factor is asked for as always.
 */
@Singleton
public final class SingleSignOn {

    /** How long somebody may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
    private static final String OWNER = "single sign-on";
    private static final int PARTS = 5;

    private final SingleSignOnConfig config;
    private final Provider provider;
    private final IdTokens tokens;
    private final Vault vault;
    private final Accounts accounts;
    private final InstantSource time;

    SingleSignOn(SingleSignOnConfig config, Provider provider, IdTokens tokens, Vault vault,
            Accounts accounts,
            InstantSource time) {
        this.config = config;
        this.provider = provider;
        this.tokens = tokens;
        this.vault = vault;
        this.accounts = accounts;
        this.time = time;
    }

    /** The way to the provider, and what the browser keeps for the way back. */
    public record Departure(URI to, String kept) {

        @Override
        public String toString() {
            return "Departure[]";
        }
    }

    /** What the browser kept: the secrets of the way, and the page that was asked for. */
    private record Way(String state, String nonce, String verifier, Instant since, String to) {

        static Way from(String text) {
            String[] parts = text.split(" ", PARTS);
            return new Way(parts[0], parts[1], parts[2], Instant.parse(parts[3]), parts[4]);
        }

        String text() {
            return String.join(" ", state, nonce, verifier, since.toString(), to);
        }
    }

    public boolean enabled() {
        return config.enabled();
    }

    public String name() {
        return config.name();
    }

    /** Nothing where the provider cannot be asked. */
    public Optional<Departure> depart(String returnAddress, String to) {
        Way way = new Way(Tokens.fresh(), Tokens.fresh(), Tokens.fresh(), time.instant(), to);
        try {
            String at = provider.place().authorization();
            String query = Provider.form(Map.of("response_type", "code", "scope", "openid email", "client_id",
                    config.clientId(), "redirect_uri", returnAddress, "state", way.state(), "nonce",
                    way.nonce(), "code_challenge", challenge(way.verifier()), "code_challenge_method",
                    "S256"));
            return Optional.of(new Departure(URI.create(at + (at.contains("?") ? "&" : "?") + query),
                    vault.close(way.text().getBytes(StandardCharsets.UTF_8), OWNER)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Nobody can sign in at {}: {}", config.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Back from the provider, in the same browser and in time.
     *
     * @param kept what the browser kept
     */
    public SignIn arrive(String kept, String state, String code, String returnAddress, String address) {
        Optional<Identity> identity = way(kept).filter(way -> Tokens.same(way.state(), state))
                .flatMap(way -> identity(way, code, returnAddress));
        return identity.map(known -> accounts.signInLinked(known, address)).orElseGet(SignIn.Wrong::new);
    }

    /** The page that was asked for before. */
    public String askedFor(String kept) {
        return way(kept).map(Way::to).orElse("/");
    }

    private Optional<Way> way(String kept) {
        try {
            Way way = Way.from(new String(vault.open(kept, OWNER), StandardCharsets.UTF_8));
            return Optional.of(way)
                    .filter(known -> time.instant().isBefore(known.since().plus(PATIENCE)));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<Identity> identity(Way way, String code, String returnAddress) {
        try {
            Provider.Place place = provider.place();
            String token = provider.idToken(place, code, way.verifier(), returnAddress);
            return tokens.read(token, provider.keys(place), way.nonce());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Somebody came back from {} in vain: {}", config.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(verifier));
    }
}
