package vn.vonggac.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code vonggac} and its sub-commands. */
@Command(name = "vonggac", mixinStandardHelpOptions = true, subcommands = SignaturesCommand.class)
public final class VongGac {

    private VongGac() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VongGac()).execute(arguments));
    }
}
