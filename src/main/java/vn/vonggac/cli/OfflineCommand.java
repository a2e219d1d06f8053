package vn.vonggac.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that needs neither database nor service, and where it prints. */
abstract class OfflineCommand {

    @Spec
    private @Nullable CommandSpec spec;

    final CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    final Optional<Path> config() {
        return VongGac.config(commandLine().getCommandSpec());
    }

    final PrintWriter out() {
        return commandLine().getOut();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }
}
