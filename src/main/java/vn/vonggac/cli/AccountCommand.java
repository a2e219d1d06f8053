package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vonggac.account.Invited;
import vn.vonggac.account.LostWays;
import vn.vonggac.detect.Messages;

/** {@code vonggac account}: for whoever has this machine, while no service holds the data folder. */
@Command(name = "account", description = "Lets an administrator in again who lost password and telephone.", mixinStandardHelpOptions = true)
final class AccountCommand {

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy")
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "Prints a code with which somebody chooses a new password and enrols anew; nobody else has to be there. It is on the audit trail.", mixinStandardHelpOptions = true)
    int code(
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "Who signs in so; the only administrator where there is one.") @Nullable String name) {
        try (ApplicationContext context = Settings.read(VongGac.config(Objects.requireNonNull(spec)),
                Map.of());
                DataFolder held = DataFolder.hold(Settings.data(context))) {
            context.start();
            LostWays ways = context.getBean(LostWays.class);
            return said(ways.letInAgain(Optional.ofNullable(name)));
        } catch (CannotStart e) {
            err().println(e.getMessage());
            return CannotStart.EXIT_CODE;
        }
    }

    private int said(Optional<Invited> invited) {
        Messages words = Messages.in(Locale.getDefault());
        if (invited.isEmpty()) {
            err().println(words.text("cli.account.nobody"));
            return ExitCode.SOFTWARE;
        }
        Invited again = invited.get();
        out().println(
                words.text("cli.account.code", again.person().signInName(), again.code(),
                        UNTIL.format(again.until())));
        return ExitCode.OK;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
