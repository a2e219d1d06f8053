package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import vn.vonggac.detect.Detectors;
import vn.vonggac.visit.ExampleLooks;
import vn.vonggac.visit.OnePath;

/**
 * {@code vonggac warm-up}: starts the service on an empty folder, shows its first pages to itself and judges every
 * detector's examples, so that the build can record an ahead-of-time cache of what a start needs.
 */
@Command(name = "warm-up", hidden = true, description = "Starts, judges examples and stops: what the build records.")
final class WarmUpCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of("/", "/setup", "/sign-in", "/nowhere");

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("vonggac-warm-up");
        try (ApplicationContext context = Settings.read(Optional.empty(),
                Map.of("vonggac.data", folder.toString(), "vonggac.http.port", "-1",
                        "vonggac.http.management-port", Ports.free()))) {
            context.start();
            look(context.getBean(EmbeddedServer.class).start().getURI());
            judge(context);
        } finally {
            remove(folder);
        }
        return 0;
    }

    private static void look(URI service) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                client.send(HttpRequest.newBuilder(service.resolve(page)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static void judge(ApplicationContext context) {
        OnePath path = context.getBean(OnePath.class);
        ExampleLooks looks = context.getBean(ExampleLooks.class);
        context.getBean(Detectors.class).all()
                .forEach(detector -> detector.examples().forEach(example -> path.judge(looks.of(example))));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
