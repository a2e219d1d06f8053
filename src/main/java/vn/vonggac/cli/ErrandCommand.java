package vn.vonggac.cli;

import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command that is an errand. */
abstract class ErrandCommand extends OfflineCommand {

    @Option(names = "--config", paramLabel = "FILE", description = "the service's settings; config/vonggac.yml where that file exists")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "FOLDER", description = "the data folder (default: the settings')")
    private @Nullable Path data;

    final int run(String errand, String... arguments) throws IOException {
        return Errands.run(Optional.ofNullable(config), Optional.ofNullable(data), errand, List.of(arguments),
                new Told(out()));
    }
}
