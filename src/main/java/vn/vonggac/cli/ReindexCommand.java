package vn.vonggac.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code vonggac reindex}. */
@Command(name = "reindex", mixinStandardHelpOptions = true, description = "Builds the index of everything that was read again, from copies and database; a running service goes on beside it.")
final class ReindexCommand extends ErrandCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        return run(Reindex.NAME);
    }
}
