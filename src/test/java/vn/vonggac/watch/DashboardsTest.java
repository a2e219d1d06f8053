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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import vn.vonggac.cli.TestInstallation;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The dashboards and rules of {@code dashboards/} against a real Prometheus that scrapes a running service. */
class DashboardsTest {

    private static final Path FOLDER = Path.of("dashboards").toAbsolutePath();
    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:vonggac|jvm|process|system|disk|hikaricp|http|logback)_[a-z_]+\\b(?!=)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static final Site SITE = new Site();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestInstallation installation;
    private static Process prometheus;
    private static int port;
    private static int management;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path list = Files.writeString(data.resolve("hosts.txt"), "0.0.0.0 kubet88.example\n");
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.watch.enabled", true);
        settings.put("vonggac.feed.lists.gambling", list.toString());
        installation = TestInstallation.with(settings);
        management = installation.context()
                .getRequiredProperty("vonggac.http.management-port", Integer.class);
        installation.bean(Watch.class).start();
        SITE.page("/", Site.LINKS + Site.PLANTED + "<a href='/ra'>ra</a>");
        SITE.server.stubFor(get(urlEqualTo("/ra"))
                .willReturn(temporaryRedirect("http://10.0.0.1/")));
        SITE.enter(installation, "5m");
        read(installation.address().resolve("/api/v1/portals"));
        scrape();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        prometheus.destroy();
        prometheus.waitFor(10, TimeUnit.SECONDS);
        installation.close();
        SITE.close();
    }

    private static void scrape() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path settings = Files.writeString(data.resolve("prometheus.yml"),
                Files.readString(FOLDER.resolve("prometheus.yml")).replace("127.0.0.1:8081",
                        "127.0.0.1:" + management).replace("15s", "1s").replace("rules.yml",
                                FOLDER.resolve("rules.yml").toString()));
        prometheus = new ProcessBuilder("prometheus", "--config.file=" + settings,
                "--storage.tsdb.path=" + data.resolve("tsdb"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(data.resolve("prometheus.log").toFile()).start();
    }

    @Test
    void everyQueryOfEveryPanelReturnsData() throws IOException, InterruptedException {
        List<String> queries = queries();
        assertThat(queries).hasSizeGreaterThan(30);
        Map<String, String> silent = new HashMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            silent.clear();
            for (String query : queries) {
                String answer = ask(query);
                if (!answer.contains("\"value\":[")) {
                    silent.put(query, answer);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        } while (!silent.isEmpty() && System.nanoTime() < end);
        assertThat(silent).isEmpty();
    }

    @Test
    void everyMetricOfTheRulesIsOneThatTheServiceExposes() throws IOException, InterruptedException {
        String exposed = read(URI.create("http://127.0.0.1:" + management + "/metrics"));
        Set<String> named = new TreeSet<>();
        Matcher metrics = METRIC
                .matcher(Files.readString(FOLDER.resolve("rules.yml")).replaceAll("(?m)^ *summary:.*$",
                        ""));
        while (metrics.find()) {
            named.add(metrics.group());
        }
        assertThat(named).hasSizeGreaterThan(10)
                .allSatisfy(metric -> assertThat(exposed).contains("\n" + metric));
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

    private static String ask(String query) throws IOException, InterruptedException {
        return read(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    private static String read(URI address) throws InterruptedException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return notYet.toString();
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
