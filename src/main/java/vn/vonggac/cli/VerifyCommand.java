package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vonggac.page.Copies;

/** {@code vonggac verify}: whether every kept copy is still what was kept, and every row still has its copies. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Reads every kept copy, and every row of the database that names one, and names what is damaged or missing. Exit code 0 when all is whole, 1 when anything is not.")
final class VerifyCommand extends OfflineCommand implements Callable<Integer> {

    private static final int DAMAGED = 1;

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--config", paramLabel = "FILE", description = "the service's settings; config/vonggac.yml where that file exists")
    private @Nullable Path config;

    @Override
    public Integer call() {
        Copies.Verified verified = Copies.verify(data.resolve("copies"),
                damaged -> err().println(damaged.hash() + ": " + damaged.why()));
        OptionalLong missing = missing();
        out().println(verified.copies() + " copies, " + verified.damaged() + " damaged"
                + (missing.isPresent() ? ", " + missing.getAsLong() + " missing" : ""));
        out().flush();
        return verified.damaged() + missing.orElse(0) == 0 ? ExitCode.OK : DAMAGED;
    }

    /** Empty where there is no database, or a service holds it. */
    private OptionalLong missing() {
        try (ApplicationContext context = Settings.read(Optional.ofNullable(config),
                Map.of("vonggac.data", data.toString()))) {
            return hasRows(context) ? missing(context) : OptionalLong.empty();
        } catch (CannotStart e) {
            err().println("The rows of the database were not looked at: " + e.getMessage());
            return OptionalLong.empty();
        }
    }

    private boolean hasRows(ApplicationContext context) {
        String url = context.getProperty("vonggac.database.url", String.class).orElse("");
        return !url.isBlank() || Files.exists(data.resolve("vonggac.mv.db"));
    }

    private OptionalLong missing(ApplicationContext context) {
        try (DataFolder held = DataFolder.hold(data)) {
            context.start();
            return OptionalLong.of(context.getBean(Copies.class)
                    .verifyRows(hash -> err().println(hash + ": named by a row and not there")));
        }
    }
}
