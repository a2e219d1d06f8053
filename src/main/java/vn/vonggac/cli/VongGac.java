package vn.vonggac.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command {@code vonggac} and its sub-commands. */
@Command(name = "vonggac", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class, description = "Watches the portals of state agencies for defacement and planted content.", subcommands = {
        ServeCommand.class, ImportCommand.class, CheckCommand.class, EvaluateCommand.class,
        ReplayCommand.class, TrainCommand.class, ChangesCommand.class,
        SignaturesCommand.class, HuntCommand.class, FetchCommand.class, WarmUpCommand.class,
        VerifyCommand.class, VerifyEvidenceCommand.class, ReindexCommand.class, BackupCommand.class,
        RestoreCommand.class,
        AccountCommand.class})
public final class VongGac {

    private static final int UNREAD = 2;
    private static final int USAGE = 64;

    // it asks for the incubating vector module, with which the ahead-of-time cache cannot be used
    private static final Logger VECTORS = Logger
            .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "The operator's settings; config/vonggac.yml where that file exists.")
    private @Nullable Path config;

    private VongGac() {}

    /** The file of settings that was named, for whichever command it was. */
    static Optional<Path> config(CommandSpec command) {
        return Optional.ofNullable(((VongGac) command.root().userObject()).config);
    }

    public static void main(String[] arguments) {
        VECTORS.setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commands().execute(arguments);
    }

    static CommandLine commands() {
        return new CommandLine(new VongGac()).setParameterExceptionHandler(VongGac::misused)
                .setExecutionExceptionHandler(VongGac::failed).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int misused(ParameterException problem, String[] arguments) {
        PrintWriter err = problem.getCommandLine().getErr();
        err.println(problem.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
            err.println("Try: vonggac " + problem.getCommandLine().getCommandName() + " --help");
        }
        return USAGE;
    }

    /** A file that cannot be read is said in one line; anything else is a bug and shows where. */
    private static int failed(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            command.getErr().println(problem.getMessage());
            return UNREAD;
        }
        if (problem instanceof CannotStart) {
            command.getErr().println(problem.getMessage());
            return USAGE;
        }
        throw problem;
    }
}
