package vn.vonggac.watch;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.vonggac.cli.DemoService;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.IncidentFilter.Which;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Tables;

import static org.assertj.core.api.Assertions.assertThat;

/** The dashboards and rules of {@code dashboards/} against a real Prometheus that scrapes the running demonstration. */
class DashboardsTest {

    private static final Path FOLDER = Path.of("dashboards").toAbsolutePath();
    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:vonggac|jvm|process|system|disk|hikaricp|http|logback)_[a-z_]+\\b(?!=)");
    private static final Pattern NUMBER = Pattern.compile("\"value\":\\[[0-9.]+,\"[-+0-9]");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_INCIDENTS = 100;

    /** What the demonstration has nothing to say of, and why. */
    private static final Map<String, String> EXCUSED = Map.of(
            "min(vonggac_watch_certificate_seconds{instance=~\".*\"})", "its portals speak plain HTTP");

    @TempDir
    private static Path data;

    private static final Site SITE = new Site();
    private static final Site OTHER = new Site();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static DemoService demo;
    private static Process prometheus;
    private static int port;

    /** The demonstration with a list of hosts, two attacked portals more, one of whose incidents is closed, and one that is not there. */
    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path list = Files.writeString(data.resolve("hosts.txt"), "0.0.0.0 kubet88.example\n");
        SITE.page("/", Site.LINKS + Site.PLANTED);
        OTHER.page("/", Site.LINKS + Site.PLANTED);
        demo = DemoService.start(Files.createDirectory(data.resolve("demo")),
                Map.of("vonggac.feed.lists.gambling", list));
        demo.bean(Tables.class).importPortals(Scope.EVERYTHING,
                ("name,home,agency,rhythm\nthêm," + SITE.url("/") + ",H99,5m\nnữa," + OTHER.url("/")
                        + ",H99,5m\nvắng,http://127.0.0.1:1/,H99,5m\n").getBytes(StandardCharsets.UTF_8),
                false, "test");
        scrape();
        read(demo.address().resolve("/api/v1/portals"));
        handle();
    }

    /** Somebody takes the incidents, and closes one. */
    private static void handle() {
        Incidents incidents = demo.bean(Incidents.class);
        List<Incident> all = await(() -> incidents
                .list(Scope.EVERYTHING, IncidentFilter.of(Which.ALL), MOST_INCIDENTS, 0).rows(),
                found -> found.size() > 1);
        Handling.Word word = new Handling.Word("an", Instant.now(), "xong");
        all.forEach(incident -> incidents.handle(Scope.EVERYTHING, incident.id(),
                each -> Handling.acknowledge(each, word)));
        incidents.handle(Scope.EVERYTHING, all.getFirst().id(), each -> Handling.closeUnproved(each, word));
    }

    private static <T> T await(Supplier<T> asked, Predicate<T> enough) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T answer = asked.get();
        while (!enough.test(answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = asked.get();
        }
        assertThat(answer).matches(enough);
        return answer;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        prometheus.destroy();
        prometheus.waitFor(10, TimeUnit.SECONDS);
        demo.close();
        SITE.close();
        OTHER.close();
    }

    private static void scrape() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path settings = Files.writeString(data.resolve("prometheus.yml"),
                Files.readString(FOLDER.resolve("prometheus.yml")).replace("127.0.0.1:8081",
                        "127.0.0.1:" + demo.managementPort()).replace("15s", "1s").replace("rules.yml",
                                FOLDER.resolve("rules.yml").toString()));
        prometheus = new ProcessBuilder("prometheus", "--config.file=" + settings,
                "--storage.tsdb.path=" + data.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(data.resolve("prometheus.log").toFile()).start();
    }

    @Test
    void everyQueryOfEveryPanelReturnsANumber() throws IOException {
        List<String> queries = queries();
        assertThat(queries).hasSizeGreaterThan(40).containsAll(EXCUSED.keySet());
        Map<String, String> silent = await(() -> silent(queries),
                found -> found.keySet().equals(EXCUSED.keySet()));
        assertThat(silent).containsOnlyKeys(EXCUSED.keySet());
    }

    private static Map<String, String> silent(List<String> queries) {
        Map<String, String> silent = new TreeMap<>();
        for (String query : queries) {
            String answer = ask(query);
            if (!NUMBER.matcher(answer).find()) {
                silent.put(query, answer);
            }
        }
        return silent;
    }

    @Test
    void everyMetricOfTheRulesIsOneThatTheServiceExposes() throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher metrics = METRIC
                .matcher(Files.readString(FOLDER.resolve("rules.yml")).replaceAll("(?m)^ *summary:.*$",
                        ""));
        while (metrics.find()) {
            named.add(metrics.group());
        }
        assertThat(named).hasSizeGreaterThan(10);
        await(() -> read(URI.create("http://127.0.0.1:" + demo.managementPort() + "/metrics")),
                exposed -> named.stream().allMatch(metric -> exposed.contains("\n" + metric)));
    }

    @Test
    void everyRuleSoundsWhenItHasToAndOnlyThen() throws IOException, InterruptedException {
        assertThat(run("promtool", "check", "rules", "rules.yml")).contains("SUCCESS");
        assertThat(run("promtool", "test", "rules", "rules.test.yml")).contains("SUCCESS");
        assertThat(names("rules.yml", "alert: (\\w+)")).isNotEmpty()
                .isEqualTo(names("rules.test.yml", "name: (\\w+) sounds"))
                .isEqualTo(names("rules.test.yml", "name: (\\w+) is quiet"));
    }

    private static Set<String> names(String file, String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(FOLDER.resolve(file))).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (String board : List.of("operations.json", "security.json")) {
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(FOLDER.resolve(board)));
            for (Map<String, Object> panel : parts(read, "panels")) {
                assertThat(parts(panel, "targets")).as(String.valueOf(panel.get("title"))).isNotEmpty();
                parts(panel, "targets").forEach(
                        target -> queries.add(String.valueOf(target.get("expr")).replace("$instance", ".*")));
            }
        }
        return queries;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> whole, String name) {
        return (List<Map<String, Object>>) whole.get(name);
    }

    private static String ask(String query) {
        return read(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    private static String read(URI address) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return notYet.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
