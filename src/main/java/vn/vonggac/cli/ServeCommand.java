package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vonggac serve}: the service, until it is told to stop. */
@Command(name = "serve", description = "Starts the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "The operator's settings; config/vonggac.yml where that file exists.")
    private @Nullable Path config;

    @Override
    public Integer call() throws InterruptedException {
        try (ApplicationContext context = Settings.read(Optional.ofNullable(config), Map.of())) {
            if (context.getProperty("vonggac.log.format", String.class).filter("json"::equals).isPresent()) {
                Logs.inJson();
            }
            try (DataFolder held = DataFolder.hold(Settings.data(context))) {
                return serve(context, held);
            }
        } catch (CannotStart e) {
            err().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private int serve(ApplicationContext context, DataFolder held) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            held.close();
            stopped.countDown();
        }, "stop"));
        start(context);
        stopped.await();
        return CommandLine.ExitCode.OK;
    }

    private void start(ApplicationContext context) {
        try {
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            err().println(
                    "Vọng Gác: " + server.getURI() + " (on this machine only, until accounts are complete)");
        } catch (RuntimeException e) {
            LOG.debug("Not started", e);
            throw Settings.because(e);
        }
    }

    private PrintWriter err() {
        return java.util.Objects.requireNonNull(spec).commandLine().getErr();
    }
}
