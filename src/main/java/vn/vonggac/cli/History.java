package vn.vonggac.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The history of one portal: a folder with a folder for each page, in it copies named by their moment and view, and
 * perhaps {@code portal.properties}. Its visits stand in the order of time; what is wrong with a file is a problem.
 */
record History(String portal, List<Visit> visits, List<String> problems) {

    static final String FORM = "DIR/<portal>/<page>/<yyyyMMddTHHmmssZ>[.<view>].html";

    private static final Pattern NAME = Pattern
            .compile("(\\d{8}T\\d{6})Z(?:\\.([a-z][a-z0-9-]*))?\\.(html|pdf|txt)");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final String CITIZEN = "citizen";

    /** One look at a page: the copies that its views brought home, the citizen's first. */
    record Visit(String page, String url, Instant at, List<Copy> copies) {}

    /** What one view brought home. */
    record Copy(String view, Path file) {

        /** Status line, headers and chain of the exchange, where they were kept. */
        Optional<Path> exchange() {
            String name = file.getFileName().toString();
            Path path = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".http");
            return Files.isReadable(path) ? Optional.of(path) : Optional.empty();
        }
    }

    static List<History> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    folder + ": no such folder; a history is " + FORM);
        }
        List<History> histories = new ArrayList<>();
        for (Path portal : folders(folder)) {
            histories.add(portal(portal));
        }
        return histories;
    }

    /** The same, or one portal's pages, or one page's copies. */
    static List<History> near(Path folder) throws IOException {
        if (hasCopies(folder)) {
            Path portal = folder.toAbsolutePath().normalize().getParent();
            return List.of(portal(portal == null ? folder : portal, List.of(folder)));
        }
        for (Path child : Files.isDirectory(folder) ? folders(folder) : List.<Path>of()) {
            if (hasCopies(child)) {
                return List.of(portal(folder));
            }
        }
        return read(folder);
    }

    private static boolean hasCopies(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> NAME.matcher(file.getFileName().toString()).matches());
        }
    }

    private static History portal(Path folder) throws IOException {
        return portal(folder, folders(folder));
    }

    private static History portal(Path folder, List<Path> pages) throws IOException {
        Properties properties = new Properties();
        Path file = folder.resolve("portal.properties");
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        History history = new History(folder.toAbsolutePath().normalize().getFileName().toString(),
                new ArrayList<>(), new ArrayList<>());
        for (Path page : pages) {
            String slug = page.getFileName().toString();
            history.take(page, properties.getProperty("url." + slug, properties.getProperty("home", "")));
        }
        history.visits.sort(Comparator.comparing(Visit::at).thenComparing(Visit::page));
        return history;
    }

    private void take(Path page, String url) throws IOException {
        Map<Instant, List<Copy>> visits = new TreeMap<>();
        try (Stream<Path> files = Files.list(page)) {
            for (Path file : files.sorted().toList()) {
                take(file, visits);
            }
        }
        visits.forEach((at, copies) -> {
            copies.sort(Comparator.comparing((Copy copy) -> !copy.view().equals(CITIZEN))
                    .thenComparing(Copy::view));
            this.visits.add(new Visit(page.getFileName().toString(), url, at, List.copyOf(copies)));
        });
    }

    private void take(Path file, Map<Instant, List<Copy>> visits) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            if (!file.toString().endsWith(".http")) {
                problems.add(file + ": not named <yyyyMMddTHHmmssZ>[.<view>].html");
            }
            return;
        }
        try {
            Instant at = LocalDateTime.parse(name.group(1), MOMENT).toInstant(ZoneOffset.UTC);
            String view = Optional.ofNullable(name.group(2)).orElse(CITIZEN);
            visits.computeIfAbsent(at, key -> new ArrayList<>()).add(new Copy(view, file));
        } catch (DateTimeParseException e) {
            problems.add(file + ": " + name.group(1) + "Z is no moment");
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
