package vn.vonggac.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * On a test class with a constructor that takes a {@link TestInstallation}: every test in it runs on H2 and on
 * a real PostgreSQL, each time with empty tables and the clock at its start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(EachDatabase.Both.class)
@ExtendWith(EachDatabase.EmptyTables.class)
public @interface EachDatabase {

    /** The two databases of the product. */
    final class Both implements ArgumentsProvider {

        @Override
        public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters,
                ExtensionContext context) {
            return Stream.of(TestInstallation.h2(), TestInstallation.postgres()).map(Arguments::of);
        }
    }

    /** Nothing of the test before is left. */
    final class EmptyTables implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            TestInstallation.started().forEach(TestInstallation::clear);
        }
    }
}
