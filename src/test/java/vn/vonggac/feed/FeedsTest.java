package vn.vonggac.feed;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.feed.FeedResult.Loaded;
import vn.vonggac.feed.FeedResult.Reason;
import vn.vonggac.feed.FeedResult.Refused;
import vn.vonggac.fetch.FetchConfig;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.Views;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;

class FeedsTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void hostsFileNamesHostsAndNotWhatIsBelowThem() {
        Feeds feeds = list(
                "# hosts\n127.0.0.1 localhost\n0.0.0.0 nhacai.example\n0.0.0.0 WWW.Bet.example # ad\n");

        assertThat(listed(feeds, "https://nhacai.example/a", "https://www.bet.example/")).containsOnly(true);
        assertThat(listed(feeds, "https://m.nhacai.example/", "https://bet.example/", "https://localhost/"))
                .containsOnly(false);
    }

    @Test
    void domainNamesWhatIsBelowIt() {
        Feeds feeds = list("nhacai.example\n*.bet.example\n.lo-de.example\n");

        assertThat(listed(feeds, "https://nhacai.example", "http://a.b.nhacai.example/x", "//m.bet.example/",
                "https://x.lo-de.example:8443/")).containsOnly(true);
        assertThat(
                listed(feeds, "https://notnhacai.example/", "https://example/", "https://nhacai.example.org/",
                        "mailto:a@nhacai.example", ""))
                .containsOnly(false);
    }

    @Test
    void internationalNameIsFoundInEitherSpelling() {
        Feeds feeds = list("nổ.example\n");

        assertThat(
                listed(feeds, "https://nổ.example/", "https://" + java.net.IDN.toASCII("nổ.example") + "/"))
                .containsOnly(true);
    }

    @Test
    void adBlockRuleIsReadWithItsExceptions() {
        Feeds feeds = list("[Adblock Plus]\n! title\n||nhacai.example^\n||bet.example^$third-party\n"
                + "||news.example/banner\n@@||good.nhacai.example^\n##.ads\n");

        assertThat(listed(feeds, "https://m.nhacai.example/", "https://bet.example/")).containsOnly(true);
        assertThat(listed(feeds, "https://good.nhacai.example/", "https://news.example/"))
                .containsOnly(false);
    }

    @Test
    void columnsAreSearchedForAHost() {
        Feeds feeds = list("id,host,seen\n1,\"nhacai.example\",2026-01-01\n2,bet.example,2026-01-02\n");

        assertThat(listed(feeds, "https://nhacai.example/", "https://m.bet.example/")).containsOnly(true);
    }

    @Test
    void urlhausNamesThePageAndNotTheVictimAroundIt() {
        Feeds feeds = list(
                "# URLhaus\n\"1\",\"2026-01-01 10:00:00\",\"http://victim.example/up/x.exe\",\"online\"\n"
                        + "\"2\",\"2026-01-01 10:00:00\",\"https://evil.example/\",\"online\"\n"
                        + "\"3\",\"2026-01-01 10:00:00\",\"http://203.0.113.7:81/i\",\"online\"\n");

        assertThat(listed(feeds, "https://victim.example/up/x.exe", "http://evil.example/any",
                "http://203.0.113.7:81/i")).containsOnly(true);
        assertThat(listed(feeds, "https://victim.example/", "https://victim.example/up/",
                "http://203.0.113.7:81/"))
                .containsOnly(false);
    }

    @Test
    void bareNetworkAddressIsNeverListed() {
        assertThat(listed(list("203.0.113.9\nbet.example\n"), "http://203.0.113.9/")).containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource({"'<!DOCTYPE html>\n<html><body>Not found</body></html>',1,WEB_PAGE",
            "'# list\n\n<html>\n',3,WEB_PAGE", "'',0,EMPTY", "'# nothing\n',0,EMPTY",
            "'{\"error\": 404}\n',1,NOT_A_LIST",
            "'bet.example\nnot a host\nnor this\nnor that\na b\nc d\ne f\n',2,NOT_A_LIST"})
    void brokenListIsRefusedWithFileAndLine(String text, int line, Reason reason) throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), text);
        Feeds feeds = feeds(file.toString());

        assertThat(feeds.refresh("test")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.source()).isEqualTo(file.toString());
            assertThat(refused.line()).isEqualTo(line);
            assertThat(refused.reason()).isEqualTo(reason);
        });
    }

    @Test
    void missingFileIsRefused() {
        assertThat(feeds(folder.resolve("none.txt").toString()).refresh("test"))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREADABLE));
    }

    @Test
    void lastGoodListStaysWhenTheNextIsBrokenAndOverARestart() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "nhacai.example\n");
        Feeds feeds = feeds(file.toString());
        assertThat(feeds.refresh("test")).isEqualTo(new Loaded("test", 1, 0));
        assertThat(feeds.refresh("test")).isEqualTo(new FeedResult.Unchanged("test"));

        Files.writeString(file, "<html>moved</html>");

        assertThat(feeds.refresh("test")).isInstanceOf(Refused.class);
        assertThat(listed(feeds, "https://nhacai.example/")).containsOnly(true);
        Feeds restarted = feeds(file.toString());
        restarted.start();
        assertThat(listed(restarted, "https://nhacai.example/")).containsOnly(true);
    }

    @Test
    void newListReplacesTheOldOneWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "old.example\n");
        Feeds feeds = feeds(file.toString());
        feeds.refresh("test");

        Files.writeString(file, "new.example\n");
        feeds.refresh("test");

        assertThat(listed(feeds, "https://old.example/")).containsOnly(false);
        assertThat(listed(feeds, "https://new.example/")).containsOnly(true);
        assertThat(feeds.find("https://new.example/x")).contains(new Listing("test", ".new.example"));
        assertThat(feeds.size()).isEqualTo(1);
    }

    @Test
    void listIsRefreshedWhenItIsOld() throws IOException {
        Feeds feeds = feeds(Files.writeString(folder.resolve("list.txt"), "a.example\n").toString());
        assertThat(feeds.refreshDue()).hasSize(1);
        now = now.plus(Duration.ofHours(5));
        assertThat(feeds.refreshDue()).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(feeds.refreshDue()).hasSize(1);
    }

    @Test
    void listIsFetchedByAddressAndAWebPageInItsPlaceIsRefused() {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        try {
            server.stubFor(get("/list").willReturn(aResponse().withBody("nhacai.example\n")));
            Feeds feeds = feeds("http://127.0.0.1:" + server.port() + "/list");
            assertThat(feeds.refresh("test")).isEqualTo(new Loaded("test", 1, 0));

            server.stubFor(
                    get("/list").willReturn(aResponse().withBody("<!doctype html><title>Sign in</title>")));
            assertThat(feeds.refresh("test")).isInstanceOf(Refused.class);
            server.stubFor(get("/list").willReturn(aResponse().withStatus(503)));
            assertThat(feeds.refresh("test")).isInstanceOf(Refused.class);
            assertThat(listed(feeds, "https://nhacai.example/")).containsOnly(true);
        } finally {
            server.stop();
        }
    }

    @Test
    void aRunningServiceAsksForItsLists() throws Exception {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        server.stubFor(get("/list").willReturn(aResponse().withBody("nhacai.example\n")));
        Feeds feeds = feeds("http://127.0.0.1:" + server.port() + "/list");
        FeedRefresh refresh = new FeedRefresh(feeds);
        try {
            refresh.begin().get();
            assertThat(listed(feeds, "https://nhacai.example/")).containsOnly(true);
        } finally {
            refresh.stop();
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https:///", "//", "https://.", "https://..../", "https://user@/",
            "https://[::1]/"})
    void oddAddressIsOnNoList(String url) {
        assertThat(listed(list("nhacai.example\n"), url)).containsOnly(false);
    }

    private Feeds list(String text) {
        try {
            Feeds feeds = feeds(Files.writeString(folder.resolve("list.txt"), text).toString());
            assertThat(feeds.refresh("test")).isInstanceOf(Loaded.class);
            return feeds;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Feeds feeds(String source) {
        FetchConfig fetch = FetchConfig.with(Map.of("allow", List.of("127.0.0.0/8")));
        InstantSource clock = () -> now;
        return new Feeds(new FeedConfig(Map.of("test", source), folder.resolve("kept").toString(),
                Duration.ofHours(6)), new Fetcher(fetch, InstantSource.system()), new Views(fetch), clock);
    }

    private static List<Boolean> listed(Feeds feeds, String... urls) {
        return List.of(urls).stream().map(feeds::find).map(Optional::isPresent).toList();
    }
}
