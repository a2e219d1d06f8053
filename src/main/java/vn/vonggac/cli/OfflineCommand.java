package vn.vonggac.cli;

import java.io.PrintWriter;
import java.util.Objects;
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

    final PrintWriter out() {
        return commandLine().getOut();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }
}
