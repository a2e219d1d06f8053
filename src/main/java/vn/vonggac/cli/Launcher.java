package vn.vonggac.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code java -jar vonggac.jar} runs first. Compiled for Java 17, it finds a JDK 25 and runs the product
 * there with the flags it needs and, where one lies beside the jar, the ahead-of-time cache.
 */
public final class Launcher {

    private static final int RELEASE = 25;
    private static final int CANNOT_START = 70;
    /**
     * So many types are told apart where a call meets several, two if nothing is said: the states of the HTML parser
     * are three or four, and with it a page is parsed in a quarter less time. The cache was made with the same.
     */
    private static final String PARSER_PROFILE = "-XX:TypeProfileWidth=4";
    private static final String MISSING = "Vọng Gác needs JDK " + RELEASE
            + " and found none: install it (for example "
            + "Temurin " + RELEASE + ", https://adoptium.net) or point JAVA_HOME at one.";

    private static final String INCOMPLETE = "Vọng Gác needs the folder lib beside its jar and found none: copy "
            + "target/lib along with target/vonggac.jar.";

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        Optional<Path> jdk = findJdk();
        if (jdk.isEmpty()) {
            refuse(MISSING);
        }
        if (arguments.length == 1 && arguments[0].equals("--find-jdk")) {
            return;
        }
        if (!Files.isDirectory(jar().resolveSibling("lib"))) {
            refuse(INCOMPLETE);
        }
        System.exit(run(jdk.orElseThrow(), List.of(arguments)));
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(CANNOT_START);
    }

    private static int run(Path jdk, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(jdk).toString()));
        command.addAll(flags(arguments));
        command.add("vn.vonggac.cli.VongGac");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
        return process.waitFor();
    }

    private static List<String> flags(List<String> arguments) {
        Path jar = jar();
        Path cache = jar.resolveSibling("vonggac.aot");
        // the machine's own warnings would stand in front of what a command prints
        List<String> flags = new ArrayList<>(
                List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-Xlog:aot*=off:stderr", PARSER_PROFILE));
        if (Files.isReadable(cache)) {
            flags.add("-XX:AOTCache=" + cache);
        }
        flags.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dvonggac.launched=true", "-cp",
                classPath(jar, arguments)));
        return flags;
    }

    /** A demonstration is behind everything else, and only where it is asked for: the cache stays valid. */
    private static String classPath(Path jar, List<String> arguments) {
        boolean demo = arguments.contains("serve") && arguments.contains("--demo");
        return demo ? jar + File.pathSeparator + jar.resolveSibling("demo").resolve("*") : jar.toString();
    }

    private static Path jar() {
        try {
            return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes SIGTERM on and waits for the service to put its work down. */
    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> findJdk() {
        return candidates().filter(Launcher::isRightRelease).findFirst();
    }

    private static Stream<Path> candidates() {
        String home = System.getenv("JAVA_HOME");
        Stream<Path> named = home == null || home.isBlank() ? Stream.of() : Stream.of(Path.of(home));
        Path user = Path.of(System.getProperty("user.home"));
        Stream<Path> installed = Stream
                .of(Path.of("/usr/lib/jvm"), Path.of("/usr/local/lib/jvm"), Path.of("/opt"),
                        Path.of("/opt/java"), Path.of("/usr/java"), user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks"),
                        user.resolve(".m2/jdks"), Path.of("/Library/Java/JavaVirtualMachines"),
                        Path.of("C:/Program Files/Java"), Path.of("C:/Program Files/Eclipse Adoptium"))
                .flatMap(Launcher::children);
        return Stream.concat(Stream.concat(named, Stream.of(Path.of(System.getProperty("java.home")))),
                installed.flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home"))));
    }

    private static Stream<Path> children(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                System.err.println("Not searched for a JDK: " + folder + " (" + e.getMessage() + ")");
            }
        }
        return found.stream().sorted();
    }

    private static boolean isRightRelease(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(java(home)) || !Files.isReadable(release)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.anyMatch(line -> line.matches("JAVA_VERSION=\"" + RELEASE + "(\\D.*)?\""));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static Path java(Path home) {
        Path windows = home.resolve("bin/java.exe");
        return Files.exists(windows) ? windows : home.resolve("bin/java");
    }
}
