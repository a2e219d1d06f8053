package vn.vonggac.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What an operator can set about signing in at an OpenID Connect provider.
 *
 * @param issuer its address; empty: there is none
 * @param clientId how the service is called there
 * @param clientSecret what the service shows there
 * @param name what the button says
 */
@ConfigurationProperties("vonggac.account.single-sign-on")
record SingleSignOnConfig(@Bindable(defaultValue = "") String issuer,
        @Bindable(defaultValue = "") String clientId, @Bindable(defaultValue = "") String clientSecret,
        @Bindable(defaultValue = "SSO") String name) {

    boolean enabled() {
        return !issuer.isBlank() && !clientId.isBlank();
    }

    @Override
    public String toString() {
        return "SingleSignOnConfig[" + issuer + "]";
    }
}
