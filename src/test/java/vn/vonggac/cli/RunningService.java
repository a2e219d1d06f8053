package vn.vonggac.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code vonggac serve} in a process of its own, with what it says on its console and in its log. */
public final class RunningService implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("([A-Z0-9]{5}-){3}[A-Z0-9]{5}");
    private static final Pattern ADDRESS = Pattern.compile("Vọng Gác: (https?://\\S+) .*");

    private final Process process;
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final CompletableFuture<String> code = new CompletableFuture<>();
    private final List<Thread> readers;

    private RunningService(Process process) {
        this.process = process;
        readers = List.of(
                Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8), console)),
                Thread.ofVirtual().start(() -> read(process.errorReader(StandardCharsets.UTF_8), log)));
    }

    /** Started in this folder, with these variables set. */
    public static RunningService start(Path folder, Map<String, String> variables, String... arguments) {
        return start(folder, variables, List.of(), arguments);
    }

    /** The same as the child of a launcher, which is what {@link #kill} kills. */
    static RunningService launched(Path folder, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("JDK_JAVA_OPTIONS", "-Dvonggac.launched=true");
        return start(folder, all, List.of("sh", "-c", "\"$@\" & wait", "sh"));
    }

    private static RunningService start(Path folder, Map<String, String> variables, List<String> launcher,
            String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(launcher));
        builder.command().addAll(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dbroken.route=true",
                "-Dlogback.configurationFile=logback.xml", "-cp", classPath(),
                VongGac.class.getName(), "serve"));
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile()).environment().putAll(variables);
        try {
            return new RunningService(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, once it does. */
    public URI address() {
        process.onExit().thenRun(() -> address.completeExceptionally(
                new IllegalStateException("ended: " + String.join("\n", log))));
        return address.orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** The set-up code that its console shows. */
    public String setUpCode() {
        return code.orTimeout(2, TimeUnit.MINUTES).join();
    }

    public List<String> console() {
        return console;
    }

    public List<String> log() {
        return log;
    }

    /** Waits for its end, and for everything it said. */
    public int exitCode() {
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            for (Thread reader : readers) {
                assertThat(reader.join(Duration.ofMinutes(2))).as("it goes on").isTrue();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without a word of warning; waits for what it began to end, too. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Tells it to stop, as an operating system does, and waits for everything it said. */
    @Override
    public void close() {
        // by its handle: Process.destroy would close what it said as well
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
        exitCode();
    }

    private void read(BufferedReader said, List<String> lines) {
        said.lines().forEach(line -> {
            lines.add(line);
            Matcher found = ADDRESS.matcher(line);
            if (found.matches()) {
                address.complete(URI.create(found.group(1)));
            }
            Matcher shown = CODE.matcher(line);
            if (shown.find()) {
                code.complete(shown.group());
            }
        });
    }

    private static String classPath() {
        ClassLoader loader = RunningService.class.getClassLoader();
        return loader instanceof URLClassLoader urls
                ? Arrays.stream(urls.getURLs()).map(URL::getPath)
                        .map(path -> Path.of(path).toAbsolutePath().toString())
                        .collect(Collectors.joining(java.io.File.pathSeparator))
                : Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
