package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vonggac backup}. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Writes everything that is kept into a new folder, also while the service runs. The index is left out: it is built again from the rest.")
final class BackupCommand extends ErrandCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
    private Path target = Path.of("");

    @Override
    public Integer call() throws IOException {
        return run(Backup.NAME, target.toAbsolutePath().normalize().toString());
    }
}
