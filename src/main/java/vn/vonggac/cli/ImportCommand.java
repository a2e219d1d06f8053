package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vonggac.detect.Messages;
import vn.vonggac.portal.BadCell;
import vn.vonggac.portal.Imported;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Tables;
import vn.vonggac.watch.PageLists;

/** {@code vonggac import}: agencies or portals from a table, pages of a portal from a list, while no service holds the data folder. */
@Command(name = "import", description = "Brings agencies, portals or pages in from a file, all lines or none.", mixinStandardHelpOptions = true)
final class ImportCommand {

    private static final String WHO = "console";

    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "Portals, one a line; the home says which is which.", mixinStandardHelpOptions = true)
    int portals(@Parameters(paramLabel = "FILE.csv") Path file,
            @Option(names = "--dry-run", description = "Says what would be done and does nothing.") boolean dryRun)
            throws IOException {
        byte[] table = Files.readAllBytes(file);
        return with(tables -> tables.importPortals(Scope.EVERYTHING, table, dryRun, WHO));
    }

    @Command(description = "Agencies, one a line; the code says which is which.", mixinStandardHelpOptions = true)
    int agencies(@Parameters(paramLabel = "FILE.csv") Path file,
            @Option(names = "--dry-run", description = "Says what would be done and does nothing.") boolean dryRun)
            throws IOException {
        byte[] table = Files.readAllBytes(file);
        return with(tables -> tables.importAgencies(Scope.EVERYTHING, table, dryRun, WHO));
    }

    @Command(description = "Pages of a portal: a list of addresses, or a web server's access log (combined format).", mixinStandardHelpOptions = true)
    int pages(@Parameters(index = "0", paramLabel = "HOME") String home,
            @Parameters(index = "1", paramLabel = "FILE") Path file) throws IOException {
        // a log may hold any bytes
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return within(context -> {
                PageLists lists = context.getBean(PageLists.class);
                return lists.portal(home).map(portal -> taken(lists.take(portal, lines.lines(), WHO)))
                        .orElseGet(() -> noPortal(home));
            });
        }
    }

    private int noPortal(String home) {
        err().println(words().text("cli.no-portal", home));
        return 1;
    }

    private int taken(Outcome<PageLists.Taken> outcome) {
        return switch (outcome) {
            case Outcome.Saved<PageLists.Taken>(PageLists.Taken all) -> {
                out().println(
                        words().text("cli.pages", all.added(), all.known(), all.outside(), all.passed()));
                yield 0;
            }
            case Outcome.Rejected<PageLists.Taken>(List<Problem> problems) -> {
                problems.forEach(bad -> err().println(words().text(bad.messageKey(), bad.arguments())));
                yield 1;
            }
            case Outcome.Absent<PageLists.Taken>(),Outcome.Stale<PageLists.Taken>() -> 1;
        };
    }

    private int with(Function<Tables, Imported> act) {
        return within(context -> said(act.apply(context.getBean(Tables.class))));
    }

    private int within(ToIntFunction<ApplicationContext> act) {
        try (ApplicationContext context = Settings.read(VongGac.config(Objects.requireNonNull(spec)),
                Map.of());
                DataFolder held = DataFolder.hold(Settings.data(context))) {
            context.start();
            return act.applyAsInt(context);
        } catch (CannotStart e) {
            err().println(e.getMessage());
            return 1;
        }
    }

    private int said(Imported imported) {
        return switch (imported) {
            case Imported.Taken(int added, int changed, int unchanged) -> {
                out().println(words().text("cli.imported", added, changed, unchanged));
                yield 0;
            }
            case Imported.Refused(List<BadCell> problems) -> {
                problems.forEach(
                        bad -> err().println(words().text("cli.bad-cell", bad.line(), bad.problem().field(),
                                words().text(bad.problem().messageKey(), bad.problem().arguments()))));
                yield 1;
            }
        };
    }

    private static Messages words() {
        return Messages.in(Locale.getDefault());
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
