package vn.vonggac.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import vn.vonggac.page.Copies;

/** {@code vonggac verify}: whether every kept copy is still what was kept. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Reads every kept copy and names the damaged ones. Exit code 0 when all are whole, 1 when any is not.")
final class VerifyCommand extends OfflineCommand implements Callable<Integer> {

    private static final int DAMAGED = 1;

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        Copies.Verified verified = Copies.verify(data.resolve("copies"),
                damaged -> err().println(damaged.hash() + ": " + damaged.why()));
        out().println(verified.copies() + " copies, " + verified.damaged() + " damaged");
        out().flush();
        return verified.damaged() == 0 ? ExitCode.OK : DAMAGED;
    }
}
