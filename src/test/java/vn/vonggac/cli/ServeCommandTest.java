package vn.vonggac.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/** The service as an operator runs it: a process with a console, a log, variables and a folder. */
class ServeCommandTest {

    private static final String PASSWORD = "Planted-password-1";
    private static final String WRONG_PASSWORD = "Planted-wrong-password-2";
    private static final String DATABASE_PASSWORD = "planted-database-password-3";
    private static final String USER_INFO = "planted-user-info-4";
    private static final String TOKEN = "planted-token-5";
    private static final String CREDENTIALS = "planted-credentials-6";
    private static final int CANNOT_START = 70;

    @TempDir
    private static Path folder;
    private static EmbeddedPostgres postgres;
    private static WireMockServer site;
    private static RunningService service;
    private static int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        site = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        site.start();
        site.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(200).withHeader("Content-Type", "application/pdf")
                        .withBody("%PDF-1.7 and nothing a reader could use")));
        port = Ports.free();
        Files.writeString(folder.resolve("operator.yml"), """
                vonggac:
                  data: kept
                  http: {port: 1, management-port: %d}
                  database: {url: "%s", username: postgres}
                  fetch: {allow: [127.0.0.1]}
                """.formatted(Ports.free(), postgres.getJdbcUrl("postgres", "postgres")));
        service = RunningService.start(folder, Map.of("VONGGAC_HTTP_PORT", String.valueOf(port),
                "VONGGAC_DATABASE_PASSWORD", DATABASE_PASSWORD), "--config", "operator.yml");
        service.address();
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        site.stop();
        postgres.close();
    }

    @Test
    void aVariableStandsAboveTheOperatorsFile() {
        assertThat(service.address()).hasPort(port);
        assertThat(folder.resolve("kept/lock")).exists();
    }

    @Test
    void theConsoleSaysWhereTheServiceIsAndHowToBegin() {
        String code = service.setUpCode();
        assertThat(service.console()).hasSize(2).last().asString().contains("mã thiết lập", code,
                service.address() + "/setup");
    }

    @Test
    void everyLineOfTheLogIsAnObjectAndAnErrorsNumberIsInIt() throws Exception {
        String page = get("/broken").body();
        Matcher shown = Pattern.compile("<code>([0-9a-f]{12})</code>").matcher(page);
        assertThat(shown.find()).as(page).isTrue();
        String problem = get("/api/v1/broken").body();
        Matcher instance = Pattern.compile("\"instance\":\"urn:vonggac:request:([0-9a-f]{12})\"")
                .matcher(problem);
        assertThat(instance.find()).as(problem).isTrue();
        String absent = get("/nothing").headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(service.log()).isNotEmpty()
                .allSatisfy(line -> assertThat(fields(line)).containsKeys("timestamp",
                        "level", "loggerName", "formattedMessage"));
        assertThat(about(shown.group(1))).anyMatch(line -> line.contains("a bug in vn.vonggac"))
                .anyMatch(line -> line.contains("\"ERROR\""));
        assertThat(about(instance.group(1))).anyMatch(line -> line.contains("a bug in vn.vonggac"));
        assertThat(about(absent)).extracting(line -> fields(line).get("formattedMessage"))
                .containsExactly("GET /nothing: 404");
        assertThat(page + problem).doesNotContain("a bug in", "IllegalStateException");
    }

    @Test
    void noSecretIsSaidOrKept() throws Exception {
        String code = service.setUpCode();
        form("/setup",
                "code=" + code + "&fullName=An&signInName=an&password=" + PASSWORD + "&again=" + PASSWORD);
        form("/sign-out", "");
        assertThat(form("/sign-in", "name=an&password=" + WRONG_PASSWORD).statusCode()).isEqualTo(422);
        assertThat(form("/sign-in", "name=" + WRONG_PASSWORD + "&password=" + PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(form("/sign-in", "name=an&password=" + PASSWORD).statusCode()).isEqualTo(303);
        String secret = org.jsoup.Jsoup.parse(get("/factor/enrol").body()).select("#secret").text();
        assertThat(form("/factor/enrol", "code=" + Telephone.code(secret, java.time.Instant.now()))
                .statusCode()).isEqualTo(200);
        String session = cookies.getCookieStore().getCookies().getFirst().getValue();
        assertThat(session).hasSizeGreaterThan(40);
        assertThat(get("/api/v1/portals").statusCode()).isEqualTo(200);
        assertThat(send(request("/api/v1/portals").setHeader("Authorization", "Bearer " + CREDENTIALS))
                .statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/nothing?token=" + TOKEN).statusCode()).isBetween(400, 499);
        assertThat(get("/broken?token=" + TOKEN).statusCode()).isEqualTo(500);
        check("http://an:" + USER_INFO + "@127.0.0.1:" + site.port() + "/");
        check("http://127.0.0.1:" + site.port() + "/van-ban.pdf?token=" + TOKEN);

        assertThat(String.join("\n", service.log())).doesNotContain(PASSWORD, WRONG_PASSWORD,
                DATABASE_PASSWORD,
                USER_INFO, TOKEN, CREDENTIALS, session, code);
        assertThat(String.join("\n", service.console())).doesNotContain(PASSWORD, WRONG_PASSWORD,
                DATABASE_PASSWORD,
                USER_INFO, TOKEN, CREDENTIALS, session);
        assertThat(files()).isNotEmpty()
                .allSatisfy(file -> assertThat(file).doesNotContain(PASSWORD, WRONG_PASSWORD,
                        DATABASE_PASSWORD, USER_INFO, CREDENTIALS, session, code));
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefusedInOneLine() {
        RunningService second = RunningService.start(folder, Map.of("VONGGAC_DATA", "kept"));
        assertThat(second.exitCode()).isEqualTo(CANNOT_START);
        assertThat(second.console()).isEmpty();
        assertThat(second.log()).containsExactly("Another Vọng Gác holds the data folder "
                + folder.resolve("kept")
                + ": stop it, or give this one a folder of its own with vonggac.data.");
    }

    @Test
    void aServiceWhoseLauncherIsKilledEndsToo(@TempDir Path own) throws IOException {
        Map<String, String> ports = Map.of("VONGGAC_HTTP_PORT", String.valueOf(Ports.free()),
                "VONGGAC_HTTP_MANAGEMENT_PORT", String.valueOf(Ports.free()));
        RunningService launched = RunningService.launched(own, ports);
        launched.address();
        launched.kill();
        try (RunningService next = RunningService.start(own, ports)) {
            assertThat(next.address()).hasHost("127.0.0.1");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RunningService second = RunningService.start(folder, Map.of("VONGGAC_DATA", "other",
                    "VONGGAC_HTTP_PORT", String.valueOf(taken.getLocalPort()),
                    "VONGGAC_HTTP_MANAGEMENT_PORT", String.valueOf(Ports.free())));
            assertThat(second.exitCode()).isEqualTo(CANNOT_START);
            assertThat(second.log()).last().asString()
                    .isEqualTo("Not started: port " + taken.getLocalPort()
                            + " of 127.0.0.1 is taken: stop what listens there, or name another one in"
                            + " vonggac.http.port.");
            assertThat(second.log()).filteredOn(line -> !line.startsWith("{")).hasSize(1);
        }
    }

    @Test
    void tablesOfALaterProductAreLeftAlone(@TempDir Path own) throws IOException, SQLException {
        Files.createDirectory(own.resolve("data"));
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + own.resolve("data/vonggac")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
                Statement statement = database.createStatement()) {
            statement.execute(
                    "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version VARCHAR(50),"
                            + " description VARCHAR(200), type VARCHAR(20), script VARCHAR(1000), checksum INT,"
                            + " installed_by VARCHAR(100), installed_on TIMESTAMP DEFAULT CURRENT_TIMESTAMP,"
                            + " execution_time INT, success BOOLEAN)");
            statement.execute("INSERT INTO flyway_schema_history VALUES (1, '9.99', 'later', 'SQL',"
                    + " 'V9_99__later.sql', 1, 'sa', CURRENT_TIMESTAMP, 1, TRUE)");
        }
        RunningService older = RunningService.start(own, Map.of("VONGGAC_HTTP_PORT",
                String.valueOf(Ports.free()), "VONGGAC_HTTP_MANAGEMENT_PORT", String.valueOf(Ports.free())));
        assertThat(older.exitCode()).isEqualTo(CANNOT_START);
        assertThat(older.log()).last().asString()
                .startsWith("Not started: the tables of this database were made by another version");
    }

    @Test
    void aSlipInTheSettingsIsSaidAtTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("slip.yml"), "vonggac: {watch: {heartbeet: 2s}}");
        RunningService wrong = RunningService.start(folder, Map.of(), "--config", file.toString());
        assertThat(wrong.exitCode()).isEqualTo(CANNOT_START);
        assertThat(wrong.log()).containsExactly(
                file + ": unknown key vonggac.watch.heartbeet; the nearest known one is vonggac.watch.heartbeat");
    }

    private HttpResponse<String> check(String target) throws IOException, InterruptedException {
        return send(request("/check").header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers
                        .ofString("--part\r\nContent-Disposition: form-data; name=\"what\"\r\n\r\n"
                                + target + "\r\n--part--\r\n")));
    }

    private HttpResponse<String> form(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.address() + path)).header("Proxy-Authorization",
                "Basic " + CREDENTIALS).header("Authorization", "Basic " + CREDENTIALS);
    }

    private static List<String> about(String request) {
        return service.log().stream().filter(line -> line.contains("\"request\":\"" + request + "\""))
                .toList();
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new java.util.HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                json.skipChildren();
                fields.put(name, json.getText());
            }
            assertThat(json.nextToken()).isNull();
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    private static List<String> files() throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock"))
                    .collect(Collectors.toList())) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
