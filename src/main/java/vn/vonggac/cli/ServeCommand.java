package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.vonggac.account.Accounts;
import vn.vonggac.detect.Messages;

/** {@code vonggac serve}: the service, until it is told to stop. */
@Command(name = "serve", description = "Starts the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--demo", description = "With a simulated province on loopback that is attacked as you watch; in a folder of its own, new each time.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        try (ApplicationContext context = demo
                ? Settings.demo(config())
                : Settings.read(config(), Map.of())) {
            if (context.getProperty("vonggac.log.format", String.class).filter("json"::equals).isPresent()) {
                Logs.inJson();
            }
            try (DataFolder held = DataFolder.hold(Settings.data(context))) {
                if (demo) {
                    held.beginAgain();
                }
                return serve(context, held, Settings.data(context));
            }
        } catch (CannotStart e) {
            err().println(e.getMessage());
            return CannotStart.EXIT_CODE;
        }
    }

    private int serve(ApplicationContext context, DataFolder held, Path data) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        List<Door> doors = new CopyOnWriteArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            doors.forEach(Door::close);
            context.close();
            held.close();
            stopped.countDown();
        }, "stop"));
        endWithLauncher();
        start(context);
        doors.add(Door.open(data, context.getBeansOfType(Errand.class)));
        stopped.await();
        return CommandLine.ExitCode.OK;
    }

    /** The launcher passes on what it is told; where it was killed before it could, nobody else would end this. */
    private static void endWithLauncher() {
        if (Boolean.getBoolean("vonggac.launched")) {
            ProcessHandle.current().parent().ifPresent(launcher -> launcher.onExit()
                    .thenRun(() -> System.exit(CannotStart.EXIT_CODE)));
        }
    }

    private void start(ApplicationContext context) {
        Ports ports = Ports.of(context.getEnvironment());
        try {
            context.start();
            greet(context.getBean(Accounts.class), context.getBean(EmbeddedServer.class).start().getURI());
        } catch (RuntimeException e) {
            LOG.debug("Not started", e);
            throw Settings.because(e, ports);
        }
    }

    /** On the console and in no log: whoever reads it may set the service up. */
    private void greet(Accounts accounts, URI address) {
        Messages messages = Messages.in(Locale.getDefault());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(messages.text("cli.serve.address", address));
        if (accounts.nobodyYet()) {
            out.println(messages.text("cli.serve.set-up", accounts.newSetUpCode(), address + "/setup"));
        }
        out.flush();
    }

    private Optional<Path> config() {
        return VongGac.config(Objects.requireNonNull(spec));
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
