package vn.vonggac.web;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The templates, compiled by the build: a page that asks for what it is not given does not compile. */
@Factory
final class Pages {

    @Singleton
    Templates templates() {
        return new StaticTemplates();
    }
}
