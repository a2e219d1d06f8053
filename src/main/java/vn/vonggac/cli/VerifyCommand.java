package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.TrailState;
import vn.vonggac.page.Copies;

/** {@code vonggac verify}: whether every kept copy is still what was kept, and every row still has its copies. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Reads every kept copy, and every row of the database that names one, and names what is damaged or missing. Exit code 0 when all is whole, 1 when anything is not.")
final class VerifyCommand extends OfflineCommand implements Callable<Integer> {

    private static final int DAMAGED = 1;

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: the settings')")
    private @Nullable Path named;

    @Override
    public Integer call() {
        Map<String, Object> told = named == null ? Map.of() : Map.of("vonggac.data", named.toString());
        try (ApplicationContext context = Settings.read(config(), told)) {
            Path copies = context.getRequiredProperty("vonggac.page.copies.folder", Path.class);
            Copies.Verified verified = Copies.verify(copies,
                    damaged -> err().println(damaged.hash() + ": " + damaged.why()));
            return say(verified, rows(context, Settings.data(context)));
        }
    }

    private int say(Copies.Verified verified, Optional<Rows> rows) {
        out().println(verified.copies() + " copies, " + verified.damaged() + " damaged"
                + rows.map(read -> ", " + read.missing() + " missing").orElse(""));
        rows.map(Rows::trail).ifPresent(this::say);
        out().flush();
        return verified.damaged() == 0 && rows.filter(read -> !read.whole()).isEmpty()
                ? ExitCode.OK
                : DAMAGED;
    }

    /** What the database says: copies that it names and that are not there, and the audit trail. */
    private record Rows(long missing, TrailState trail) {

        boolean whole() {
            return missing == 0 && trail.whole();
        }
    }

    private void say(TrailState trail) {
        trail.broken().forEach(line -> err().println("audit line " + line.id() + " (" + line.at() + ", "
                + line.who() + "): edited, or a line before it removed"));
        if (trail.endMissing()) {
            err().println("audit: the last lines are missing");
        }
        out().println(trail.lines() + " audit lines, " + (trail.whole() ? "whole" : "changed"));
    }

    /** Empty where there is no database, or a service holds it. */
    private Optional<Rows> rows(ApplicationContext context, Path data) {
        try {
            return hasRows(context, data) ? Optional.of(read(context, data)) : Optional.empty();
        } catch (CannotStart e) {
            err().println("The rows of the database were not looked at: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean hasRows(ApplicationContext context, Path data) {
        String url = context.getProperty("vonggac.database.url", String.class).orElse("");
        return !url.isBlank() || Files.exists(data.resolve("vonggac.mv.db"));
    }

    private Rows read(ApplicationContext context, Path data) {
        try (DataFolder held = DataFolder.hold(data)) {
            context.start();
            long missing = context.getBean(Copies.class)
                    .verifyRows(hash -> err().println(hash + ": named by a row and not there"));
            return new Rows(missing, context.getBean(Audit.class).verify());
        }
    }
}
