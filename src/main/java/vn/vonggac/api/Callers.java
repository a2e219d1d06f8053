package vn.vonggac.api;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.vonggac.account.Person;

/** Hands the {@link Caller} to every route that asks for one. */
@Singleton
final class Callers implements TypedRequestArgumentBinder<Caller> {

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        Optional<Caller> caller = request.getUserPrincipal(Authentication.class).flatMap(Callers::person)
                .map(person -> new Caller(request, person.signInName(), person.scope()));
        return () -> caller;
    }

    static Optional<Person> person(Authentication authentication) {
        return Optional.ofNullable(authentication.getAttributes().get("person")).map(Person.class::cast);
    }
}
