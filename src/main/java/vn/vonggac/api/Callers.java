package vn.vonggac.api;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.vonggac.account.SignedIn;

/** Hands the {@link Caller} to every route that asks for one. */
@Singleton
final class Callers implements TypedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        Optional<Caller> caller = request.getUserPrincipal(Authentication.class).flatMap(Callers::signedIn)
                .map(known -> new Caller(request, known.person().signInName(), known.scope(),
                        known.token()));
        return () -> caller;
    }

    static Optional<SignedIn> signedIn(Authentication authentication) {
        return Optional.ofNullable(authentication.getAttributes().get(SessionAuthentication.SIGNED_IN))
                .map(SignedIn.class::cast);
    }
}
