package vn.vonggac.cli;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command that is an errand. */
abstract class ErrandCommand extends OfflineCommand {

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: the settings')")
    private @Nullable Path data;

    final int run(String errand, String... arguments) throws IOException {
        return Errands.run(config(), Optional.ofNullable(data), errand, List.of(arguments),
                new Told(out()));
    }
}
