package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The service's settings: the defaults in {@code application.yml} and {@code application-serve.yml}, over
 * them the operator's file, over that the environment, and what follows from them (where the database is).
 */
final class Settings {

    private static final String OTHER_TABLES = "the tables of this database were made by another version of the product:"
            + " start that one, or restore the backup that was taken before it";
    private static final Path USUAL_FILE = Path.of("config", "vonggac.yml");
    // above application-serve.yml, below environment variables
    private static final int OPERATOR = -250;
    private static final int DERIVED = 1000;
    private static final String DEMO = "demo";
    /** What a prompt found when it began holds until it ends. */
    private static final String ONCE = "365d";

    // what makes H2 read the SQL written for PostgreSQL, and hand every commit to the operating system
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=128";

    private Settings() {}

    /** A context that has its settings and starts nothing yet. */
    static ApplicationContext read(Optional<Path> file, Map<String, Object> overrides) {
        return read(operatorFile(file), overrides, "serve");
    }

    /** The settings of the simulated province; the operator's own count only where their file is named. */
    static ApplicationContext demo(Optional<Path> file) {
        if (Settings.class.getResource("/application-demo.yml") == null) {
            throw new CannotStart(
                    "The demonstration is not here: it lies in the folder demo beside vonggac.jar.");
        }
        return read(file.map(Settings::load), Map.of(), "serve", DEMO);
    }

    private static ApplicationContext read(Optional<PropertySource> file, Map<String, Object> overrides,
            String... environments) {
        ApplicationContext context = ApplicationContext.builder().environments(environments)
                .deduceEnvironment(false).banner(false).properties(overrides).build();
        Environment environment = operators(context, file);
        new Transport(environment).check();
        environment.addPropertySource(PropertySource.of("derived", derived(environment), DERIVED));
        return context;
    }

    /** A started context with the operator's settings, of what judges pages without a service, and of nothing else. */
    static ApplicationContext offline(Optional<Path> file) {
        ApplicationContext context = ApplicationContext.builder().environments("cli").deduceEnvironment(false)
                .banner(false)
                .properties(
                        Map.of("micronaut.health.monitor.enabled", false, "vonggac.signature.reload", ONCE,
                                "vonggac.incident.reload", ONCE))
                .build();
        operators(context, operatorFile(file));
        return context.start();
    }

    private static Environment operators(ApplicationContext context, Optional<PropertySource> file) {
        Environment environment = context.getEnvironment();
        file.ifPresent(environment::addPropertySource);
        environment.start();
        new KnownKeys().check(environment);
        return environment;
    }

    static Path data(ApplicationContext context) {
        return Path.of(context.getRequiredProperty("vonggac.data", String.class));
    }

    /** The folder that a command was told, else that of the settings. */
    static Path data(Optional<Path> file, Optional<Path> told) {
        return told.orElseGet(() -> {
            try (ApplicationContext context = read(file, Map.of())) {
                return data(context);
            }
        });
    }

    /** The line for the operator out of what went wrong while the parts of the service were made. */
    static CannotStart because(RuntimeException problem, Ports ports) {
        Throwable cause = problem;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        Optional<String> known = switch (cause) {
            case BindException e -> ports.taken();
            case FlywayValidateException e -> Optional.of(OTHER_TABLES);
            default -> Optional.empty();
        };
        return new CannotStart("Not started: " + known.orElse(cause.getMessage()));
    }

    private static Optional<PropertySource> operatorFile(Optional<Path> file) {
        return file.or(() -> Optional.of(USUAL_FILE).filter(Files::exists)).map(Settings::load);
    }

    private static PropertySource load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, Object> values = new YamlPropertySourceLoader().read(file.toString(), in);
            return PropertySource.of(file.toString(), values, OPERATOR);
        } catch (IOException | YAMLException e) {
            throw new CannotStart("Settings not readable: " + file + " (" + e + ")");
        }
    }

    /** A demonstration never comes near what is real: a folder below, and a database in it. */
    private static Map<String, Object> derived(Environment environment) {
        boolean demo = environment.getActiveNames().contains(DEMO);
        Path named = Path.of(environment.getRequiredProperty("vonggac.data", String.class)).toAbsolutePath()
                .normalize();
        Path data = demo ? named.resolve(DEMO) : named;
        String url = demo ? "" : environment.getProperty("vonggac.database.url", String.class).orElse("");
        Map<String, Object> derived = new HashMap<>(Map.of("vonggac.data", data.toString()));
        derived.putAll(url.startsWith("jdbc:postgresql:")
                ? postgres(environment, url)
                : h2(url.isBlank() ? "jdbc:h2:file:" + data.resolve("vonggac") : url));
        derived.putAll(new Transport(environment).derived());
        return derived;
    }

    private static Map<String, Object> h2(String url) {
        return Map.of("datasources.default.url", url + H2_OPTIONS, "datasources.default.driver-class-name",
                "org.h2.Driver", "datasources.default.username", "sa", "datasources.default.password", "");
    }

    private static Map<String, Object> postgres(Environment environment, String url) {
        return Map.of("datasources.default.url", url, "datasources.default.driver-class-name",
                "org.postgresql.Driver", "datasources.default.username",
                environment.getProperty("vonggac.database.username", String.class).orElse(""),
                "datasources.default.password",
                environment.getProperty("vonggac.database.password", String.class).orElse(""));
    }
}
