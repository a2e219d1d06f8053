package vn.vonggac.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service as {@code serve --demo} has it, in this process, with ports and a folder of its own. */
public final class DemoService implements AutoCloseable {

    private final DataFolder held;
    private final ApplicationContext context;

    private DemoService(DataFolder held, ApplicationContext context) {
        this.held = held;
        this.context = context;
    }

    /** Started, with these settings over those of the demonstration. */
    public static DemoService start(Path folder, Map<String, Object> settings) throws IOException {
        Map<String, Object> all = new TreeMap<>(Map.of("vonggac.data", folder.toString(), "vonggac.http.port",
                Ports.free(), "vonggac.http.management-port", Ports.free()));
        all.putAll(settings);
        Path file = Files.writeString(folder.resolve("settings.yml"), all.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining("\n")));
        ApplicationContext context = Settings.demo(Optional.of(file));
        DataFolder held = DataFolder.hold(Settings.data(context));
        context.start();
        context.getBean(EmbeddedServer.class).start();
        return new DemoService(held, context);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where the desk is. */
    public URI address() {
        return context.getBean(EmbeddedServer.class).getURI();
    }

    public int managementPort() {
        return context.getRequiredProperty("vonggac.http.management-port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
        held.close();
    }
}
