package vn.vonggac.cli;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Search;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Enclosure;
import vn.vonggac.page.CopyRead;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.RoundsByHand;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

class BackupTest {

    private static final String[] TABLES = {"portal", "agency", "page_copy", "incident", "incident_exhibit",
            "incident_attachment", "frontier", "audit_entry"};

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final WireMockServer site = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private final AtomicInteger edition = new AtomicInteger();

    @TempDir
    Path folder;

    private Path data;
    private Path target;
    private TestInstallation installation;

    @BeforeEach
    void start() {
        data = folder.resolve("data");
        target = folder.resolve("backup");
        site.start();
        edit();
        installation = at(data);
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("XA", "Xã", "", "", "", "", "", "", "", "", ""), "test");
        installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Xã",
                "http://127.0.0.1:" + site.port() + "/", "XA", "", "", "", "", "", "", "", "", "", "1m", ""),
                "test");
    }

    @AfterEach
    void stop() {
        installation.close();
        site.stop();
    }

    private static TestInstallation at(Path data) {
        Map<String, Object> settings = new HashMap<>(Map.of("vonggac.fetch.allow", "127.0.0.0/8",
                "vonggac.fetch.pace.factor", 0, "vonggac.fetch.pace.shortest", "0ms",
                "vonggac.fetch.pace.longest", "0ms", "vonggac.data", data.toString(), "vonggac.database.url",
                ""));
        return TestInstallation.with(settings);
    }

    /** Another edition of every page, each with something planted. */
    private void edit() {
        String words = "tin số " + "abcdefghijklmnop".charAt(edition.incrementAndGet() % 16);
        site.stubFor(any(anyUrl()).willReturn(aResponse()
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<title>Xã</title><p>" + words + "</p><a href=/1>một</a><a href=/2>hai</a>"
                        + "<div style='display:none'><a href='https://vip.kubet88.example/'>nhà cái uy tín "
                        + words
                        + " kubet88</a></div>")));
    }

    @Test
    void whatIsWrittenDuringACrawlIsRestoredWholeAndAsItWas() throws Exception {
        try (RoundsByHand rounds = new RoundsByHand(installation);
                var thread = Executors.newSingleThreadExecutor()) {
            round(rounds);
            attach();
            var crawl = thread.submit(() -> {
                for (int i = 0; i < 6; i++) {
                    round(rounds);
                }
                return edition.get();
            });
            assertThat(installation.bean(Backup.class).run(List.of(target.toString()),
                    new Told(new PrintWriter(out))))
                    .isZero();
            crawl.get();
        }
        Map<String, List<String>> live = rows(installation);
        installation.close();

        Path again = folder.resolve("again");
        assertThat(run("restore", target.toString(), "--data", again.toString())).as(err.toString()).isZero();
        assertThat(run("verify", "--data", again.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains(", 0 damaged, 0 missing", "audit lines, whole");
        installation = at(again);
        Map<String, List<String>> restored = rows(installation);
        assertThat(restored.get("page_copy")).isNotEmpty();
        assertThat(restored.get("incident")).isNotEmpty();
        assertThat(restored.get("portal")).isEqualTo(live.get("portal"));
        for (String table : TABLES) {
            assertThat(live.get(table)).as(table).hasSizeGreaterThanOrEqualTo(restored.get(table).size());
        }
        assertThat(live.get("audit_entry")).containsAll(restored.get("audit_entry"));
        Attachments attachments = installation.bean(Attachments.class);
        assertThat(attachments.of(Scope.EVERYTHING, 1)).singleElement()
                .satisfies(photo -> assertThat(attachments.read(photo)).isInstanceOfSatisfying(
                        CopyRead.Whole.class, whole -> assertThat(whole.body()).containsExactly(1, 2, 3)));
    }

    private void attach() {
        assertThat(installation.bean(Attachments.class).add(Scope.EVERYTHING, 1,
                List.of(new Enclosure("ảnh.jpg", new byte[]{1, 2, 3})), "an"))
                .isInstanceOf(Outcome.Saved.class);
    }

    private void round(RoundsByHand rounds) throws Exception {
        edit();
        installation.time().pass(Duration.ofHours(25));
        rounds.run(java.util.Set.of(1L), installation.time().instant());
    }

    @Test
    void aRestoredFolderIsSearchedOnceItsIndexIsBuilt() throws Exception {
        try (RoundsByHand rounds = new RoundsByHand(installation)) {
            round(rounds);
        }
        installation.bean(Backup.class).run(List.of(target.toString()), new Told(new PrintWriter(out)));
        installation.close();
        Path again = folder.resolve("again");
        run("restore", target.toString(), "--data", again.toString());

        assertThat(run("reindex", "--data", again.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).containsPattern("[1-9]\\d* versions indexed");
        installation = at(again);
        assertThat(installation.bean(Corpus.class).search(Search.everywhere("linkhost:kubet88")).total())
                .isPositive();
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine"), "x");

        assertThat(installation.bean(Backup.class).run(List.of(target.toString()),
                new Told(new PrintWriter(out))))
                .isEqualTo(1);
        try (Stream<Path> there = Files.list(target)) {
            assertThat(there).hasSize(1);
        }
    }

    @Test
    void nothingIsRestoredOverWhatIsThereOrHeldOrFromHalfABackup() throws IOException {
        installation.bean(Backup.class).run(List.of(target.toString()), new Told(new PrintWriter(out)));
        assertThat(run("restore", target.toString(), "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not empty");
        Path held = folder.resolve("held");
        try (DataFolder somebody = DataFolder.hold(held)) {
            assertThat(run("restore", target.toString(), "--data", held.toString())).isEqualTo(1);
        }
        assertThat(err.toString()).contains("holds the data folder");
        Files.delete(target.resolve("backup.properties"));
        assertThat(run("restore", target.toString(), "--data", folder.resolve("x").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no backup");
    }

    @Test
    void whatTheServiceHoldsIsAskedOfTheServiceByItsOwnerOnly() throws Exception {
        try (DataFolder held = DataFolder.hold(data);
                Door door = Door.open(data, installation.context().getBeansOfType(Errand.class))) {
            assertThat(run("reindex", "--data", data.toString())).as(err.toString()).isZero();
            assertThat(out.toString()).contains("0 versions indexed");
            assertThat(run("backup", target.toString(), "--data", data.toString())).isZero();
            assertThat(target.resolve("database.zip")).isNotEmptyFile();
            assertThat(Files.getPosixFilePermissions(data.resolve("service"))).hasSize(2);

            Files.writeString(data.resolve("service"),
                    Files.readString(data.resolve("service")).split(" ")[0] + " stranger");
            assertThat(run("reindex", "--data", data.toString())).isEqualTo(2);
        }
        assertThat(data.resolve("service")).doesNotExist();
    }

    private int run(String... arguments) {
        CommandLine commands = VongGac.commands().setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }

    private static Map<String, List<String>> rows(TestInstallation installation) throws SQLException {
        Map<String, List<String>> rows = new HashMap<>();
        DataSource source = DelegatingDataSource.unwrapDataSource(installation.bean(DataSource.class));
        try (Connection connection = source.getConnection(); Statement sql = connection.createStatement()) {
            for (String table : TABLES) {
                List<String> all = new ArrayList<>();
                try (ResultSet found = sql.executeQuery("SELECT * FROM " + table + " ORDER BY id")) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                            row.append(found.getString(column)).append('|');
                        }
                        all.add(row.toString());
                    }
                }
                rows.put(table, all);
            }
        }
        return rows;
    }
}
