package vn.vonggac.fetch;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.management.health.indicator.HealthResult;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Ordinary servers, and how politely they are asked. */
class FetcherTest {

    private static final WireMockServer SERVER = started();
    private static final String PAGE = "<!doctype html><title>Cổng thông tin</title>";

    private final Views views = new Views(FetchConfig.defaults());
    private final List<Fetcher> opened = new ArrayList<>();

    @BeforeEach
    void forget() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(page()));
    }

    @AfterEach
    void close() {
        opened.forEach(Fetcher::close);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void everyHopOfTheChainIsEvidence() {
        SERVER.stubFor(
                get("/").willReturn(aResponse().withStatus(301).withHeader("Location", "/home?lang=vi")));
        Exchange exchange = fetch("/").exchange();
        assertThat(exchange.hops()).extracting(Hop::url).containsExactly(url("/"), url("/home?lang=vi"));
        assertThat(exchange.hops()).extracting(Hop::kind).containsExactly(Hop.Kind.FIRST, Hop.Kind.REDIRECT);
        assertThat(exchange.hops()).allSatisfy(hop -> {
            assertThat(hop.method()).isEqualTo("GET");
            assertThat(hop.address()).contains(InetAddress.ofLiteral("127.0.0.1"));
            assertThat(hop.timings().firstByte()).isPositive();
            assertThat(hop.timings().lastByte()).isGreaterThanOrEqualTo(hop.timings().firstByte());
        });
        assertThat(exchange.hops().getFirst().answer().orElseThrow().status()).isEqualTo(301);
        assertThat(exchange.hops().getLast().notes()).containsExactly(Hop.Note.REUSED);
        assertThat(exchange.finalUrl()).isEqualTo(url("/home?lang=vi"));
        assertThat(exchange.header("content-type")).contains("text/html; charset=utf-8");
        assertThat(exchange.took()).isPositive();
    }

    @Test
    void redirectToAnotherHostIsNoted() {
        SERVER.stubFor(get("/").willReturn(
                aResponse().withStatus(302).withHeader("Location",
                        "http://khac.gov.vn:" + SERVER.port() + "/x")));
        assertThat(fetch("/").exchange().hops().getLast().notes()).contains(Hop.Note.CROSS_HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"citizen", "search-engine", "from-search", "phone"})
    void viewSendsItsHeadersInTheOrderOfItsProgram(String id) {
        View view = views.find(id).orElseThrow();
        Exchange exchange = fetcher(Map.of()).fetch(target("/"), view).exchange();
        List<Header> sent = exchange.hops().getFirst().sent();
        assertThat(sent).extracting(Header::name).startsWith("Host", "Connection");
        assertThat(sent).containsSubsequence(view.headers());
        assertThat(sent)
                .anySatisfy(header -> assertThat(header.toString()).startsWith("Accept-Language: vi"));
        SERVER.verify(
                getRequestedFor(urlEqualTo("/")).withHeader("User-Agent", equalTo(view.headers().stream()
                        .filter(header -> header.is("User-Agent")).findFirst().orElseThrow().value())));
    }

    @Test
    void onlyVisitorsFromASearchEngineSayWhereTheyCameFrom() {
        assertThat(views.all()).extracting(View::id).containsExactly("citizen", "search-engine",
                "from-search", "phone");
        assertThat(views.all())
                .filteredOn(view -> view.headers().stream().anyMatch(header -> header.is("Referer")))
                .extracting(View::id).containsExactly("from-search", "phone");
    }

    @Test
    void operatorAddsViewsAndNamesTheMonitor() {
        FetchConfig config = config(Map.of("views", Map.of("coc-coc", List.of("User-Agent: coc_coc_browser")),
                "contact", "From: soc@tinh.gov.vn"));
        View view = new Views(config).find("coc-coc").orElseThrow();
        assertThat(fetcher(config).fetch(target("/"), view).exchange().hops().getFirst().sent())
                .containsExactly(
                        new Header("Host", "127.0.0.1:" + SERVER.port()),
                        new Header("Connection", "keep-alive"),
                        new Header("User-Agent", "coc_coc_browser"), new Header("From", "soc@tinh.gov.vn"));
    }

    @Test
    void nothingIsTransferredAgainThatDidNotChange() {
        SERVER.stubFor(get("/").willReturn(page().withHeader("ETag", "\"1\"")));
        SERVER.stubFor(get("/").withHeader("If-None-Match", equalTo("\"1\""))
                .willReturn(aResponse().withStatus(304)));
        Fetcher fetcher = fetcher(Map.of());
        Fetched first = (Fetched) fetcher.fetch(target("/"), views.citizen());
        Target again = target("/").since(first.validators().orElseThrow());
        assertThat(fetcher.fetch(again, views.citizen())).isInstanceOf(NotModified.class);
        assertThat(fetcher.fetch(again, views.find("search-engine").orElseThrow()))
                .as("other views see the page itself")
                .isInstanceOf(Fetched.class);
    }

    @Test
    void cookiesLastFromHopToHopAndNoLonger() {
        SERVER.stubFor(get("/").willReturn(aResponse().withStatus(302).withHeader("Location", "/in")
                .withHeader("Set-Cookie", "session=1; Path=/; HttpOnly")));
        Fetcher fetcher = fetcher(Map.of());
        fetcher.fetch(target("/"), views.citizen());
        SERVER.verify(1, getRequestedFor(urlEqualTo("/in")).withHeader("Cookie", equalTo("session=1")));
        fetcher.fetch(target("/later"), views.citizen());
        SERVER.verify(1, getRequestedFor(urlEqualTo("/later")).withoutHeader("Cookie"));
    }

    @Test
    void refreshHeaderIsAnnouncedAndNotFollowed() {
        SERVER.stubFor(get("/").willReturn(page().withHeader("Refresh", "3; URL='/casino'")));
        FetchResult result = fetch("/");
        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(result.exchange().refresh()).map(Hop::url).contains(url("/casino"));
        assertThat(result.exchange().finalUrl()).isEqualTo(url("/"));
        SERVER.verify(0, getRequestedFor(urlEqualTo("/casino")));
    }

    @ParameterizedTest(name = "{0} redirects are {2} at a limit of {1}")
    @CsvSource({"3, 3, followed", "4, 3, refused", "1, 0, refused"})
    void redirectLimit(int redirects, int limit, String what) {
        for (int i = 0; i < redirects; i++) {
            SERVER.stubFor(get("/" + i)
                    .willReturn(aResponse().withStatus(302).withHeader("Location", "/" + (i + 1))));
        }
        FetchResult result = fetcher(Map.of("limits.redirects", limit)).fetch(target("/0"), views.citizen());
        assertThat(result instanceof Fetched).isEqualTo(what.equals("followed"));
    }

    @Test
    void nameThatTurnsBadBetweenTwoHopsIsRefused() {
        SERVER.stubFor(get("/").willReturn(aResponse().withStatus(302)
                .withHeader("Location", "http://rebind.gov.vn:" + SERVER.port() + "/2")));
        AtomicInteger lookups = new AtomicInteger();
        Fetcher fetcher = opened(new Fetcher(config(Map.of()), InstantSource.system(), host -> List.of(
                InetAddress.ofLiteral(lookups.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.53")), null));
        FetchResult result = fetcher.fetch(target("http://rebind.gov.vn:" + SERVER.port() + "/"),
                views.citizen());
        assertThat(result).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.detail()).isEqualTo("loopback 127.0.0.53"));
        assertThat(lookups).as("one look-up a hop").hasValue(2);
    }

    @Test
    void unknownNameFails() {
        Fetcher fetcher = opened(new Fetcher(config(Map.of()), InstantSource.system(), host -> {
            throw new UnknownHostException(host);
        }, null));
        assertThat(fetcher.fetch(Target.of("http://nobody.gov.vn/"), views.citizen())).isInstanceOfSatisfying(
                Failed.class, failed -> assertThat(failed.cause()).isEqualTo(Failed.Cause.UNKNOWN_HOST));
    }

    @Test
    void hostIsAskedOneExchangeAtATime() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(page().withFixedDelay(100)));
        Fetcher fetcher = fetcher(Map.of("pace.shortest", "50ms"));
        long start = System.nanoTime();
        List<FetchResult> results = together(4, () -> fetcher.fetch(target("/"), views.citizen()));
        assertThat(results).allMatch(Fetched.class::isInstance);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(4 * 100 + 3 * 50));
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(page().withFixedDelay(600)));
        Fetcher fetcher = fetcher(Map.of("pace.patience", "100ms"));
        List<FetchResult> results = together(2, () -> fetcher.fetch(target("/"), views.citizen()));
        assertThat(results).filteredOn(Refused.class::isInstance).singleElement().isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.PACE));
    }

    @Test
    void portalsOnOneAddressShareItsPlaces() throws Exception {
        SERVER.stubFor(any(anyUrl()).willReturn(page().withFixedDelay(150)));
        Fetcher fetcher = fetcher(Map.of("pace.per-address", 2));
        AtomicInteger host = new AtomicInteger();
        long start = System.nanoTime();
        together(6,
                () -> fetcher.fetch(
                        target("http://h" + host.incrementAndGet() + ".gov.vn:" + SERVER.port() + "/"),
                        views.citizen()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(3 * 150));
    }

    @Test
    void hostThatAsksForPeaceGetsIt() {
        SERVER.stubFor(get("/").willReturn(aResponse().withStatus(503).withHeader("Retry-After", "3600")));
        Fetcher fetcher = fetcher(Map.of("pace.patience", "100ms"));
        assertThat(fetcher.fetch(target("/"), views.citizen())).isInstanceOf(Refused.class);
        assertThat(fetcher.fetch(target("/other"), views.citizen())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.PACE));
        assertThat(fetcher.readyAt(target("/").paceKey()))
                .isAfter(InstantSource.system().instant().plus(Duration.ofMinutes(59)));
        SERVER.verify(0, getRequestedFor(urlEqualTo("/other")));
    }

    @Test
    void hostThatFailsIsLeftAlone() {
        Fetcher fetcher = fetcher(Map.of("pace.failures", 2));
        Target dead = new Target("http://127.0.0.1:1/", "portal", "dead", Set.of(1), Optional.empty(),
                Target.Purpose.LISTED);
        assertThat(fetcher.fetch(dead, views.citizen())).isInstanceOf(Failed.class);
        assertThat(fetcher.fetch(dead, views.citizen())).isInstanceOf(Failed.class);
        assertThat(fetcher.fetch(dead, views.citizen())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CIRCUIT_OPEN));
    }

    @Test
    void budgetCutsTheBodyAndRefusesTheRest() {
        SERVER.stubFor(get("/").willReturn(page().withBody("a".repeat(100_000))));
        Fetcher fetcher = fetcher(Map.of("limits.hourly", 20_000));
        assertThat(fetcher.fetch(target("/"), views.citizen())).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.body().cut()).contains(Body.Cut.BUDGET));
        assertThat(fetcher.fetch(target("/"), views.citizen())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.BUDGET));
    }

    @Test
    void discoveryObeysRobotsAndTheOperatorsOwnPagesDoNotHideBehindThem() {
        SERVER.stubFor(get("/robots.txt").willReturn(aResponse()
                .withBody(
                        "User-agent: *\nDisallow: /upload/\nCrawl-delay: 2\nSitemap: http://x.gov.vn/sitemap.xml")));
        Fetcher fetcher = fetcher(Map.of("pace.longest", "10ms"));
        assertThat(fetcher.fetch(target("/upload/a.html").discovered(), views.citizen()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.ROBOTS));
        assertThat(fetcher.fetch(target("/tin/a.html").discovered(), views.citizen()))
                .isInstanceOf(Fetched.class);
        assertThat(fetcher.fetch(target("/upload/a.html"), views.citizen())).isInstanceOf(Fetched.class);
        SERVER.verify(1, getRequestedFor(urlEqualTo("/robots.txt")));
        RobotsFile file = fetcher.robots(target("/"), views.citizen()).orElseThrow();
        assertThat(file.sitemaps()).containsExactly("http://x.gov.vn/sitemap.xml");
        assertThat(file.delay()).contains(Duration.ofSeconds(2));
        assertThat(file.result()).isInstanceOf(Fetched.class);
    }

    @Test
    void hostRestsAsLongAsItsRobotsFileAsks() {
        SERVER.stubFor(get("/robots.txt").willReturn(aResponse().withBody("User-agent: *\nCrawl-delay: 5")));
        Fetcher fetcher = fetcher(Map.of());
        fetcher.fetch(target("/").discovered(), views.citizen());
        assertThat(fetcher.readyAt(target("/").paceKey()))
                .isAfter(InstantSource.system().instant().plusSeconds(3));
    }

    @Test
    void whatARedirectSaysBesideItsTargetIsEvidence() {
        SERVER.stubFor(get("/").willReturn(aResponse().withStatus(302).withHeader("Location", "/home")
                .withHeader("Content-Type", "text/html")
                .withBody("<a href=https://kubet.example>kubet</a>")));
        List<Hop> hops = fetch("/").exchange().hops();
        assertThat(hops.getFirst().body()).hasValueSatisfying(
                body -> assertThat(body.text().text()).contains("kubet.example"));
        assertThat(hops.getLast().body()).isEmpty();
    }

    @Test
    void listedPagesObeyRobotsTooWhereTheOperatorSaysSo() {
        SERVER.stubFor(
                get("/robots.txt").willReturn(aResponse().withBody("User-agent: vonggac\nDisallow: /")));
        assertThat(fetcher(Map.of("look-despite-robots", false)).fetch(target("/"), views.citizen()))
                .isInstanceOf(Refused.class);
        assertThat(fetcher(Map.of("look-despite-robots", false, "robots-agent", "other")).fetch(target("/"),
                views.citizen())).isInstanceOf(Fetched.class);
    }

    @ParameterizedTest(name = "robots.txt with status {0} allows discovery: {1}")
    @CsvSource({"404, true", "403, true", "500, false", "503, false"})
    void missingRobotsAllowAllAndTroubleAllowsNothing(int status, boolean allowed) {
        SERVER.stubFor(get("/robots.txt").willReturn(aResponse().withStatus(status)));
        FetchResult result = fetcher(Map.of("pace.back-off", "0s")).fetch(target("/").discovered(),
                views.citizen());
        assertThat(result instanceof Fetched).isEqualTo(allowed);
    }

    @Test
    void containerGivesTheSameFetcher() {
        try (ApplicationContext context = ApplicationContext
                .builder(Map.of("vonggac.fetch.allow", "127.0.0.1",
                        "vonggac.fetch.limits.redirects", 7, "vonggac.fetch.views.bingbot",
                        List.of("User-Agent: bingbot")))
                .packages("vn.vonggac.fetch").singletons(InstantSource.system()).start()) {
            FetchConfig config = context.getBean(FetchConfig.class);
            assertThat(config)
                    .isEqualTo(
                            FetchConfig.with(Map.of("allow", List.of("127.0.0.1"), "limits.redirects", 7)));
            assertThat(context.getBean(Views.class).find("bingbot")).map(View::headers)
                    .contains(List.of(new Header("User-Agent", "bingbot")));
            assertThat(context.getBean(Views.class).all()).hasSize(5);
            assertThat(
                    context.getBean(Fetcher.class).fetch(target("/"), context.getBean(Views.class).citizen()))
                    .isInstanceOf(Fetched.class);
        }
    }

    private FetchResult fetch(String path) {
        return fetcher(Map.of()).fetch(target(path), views.citizen());
    }

    private Fetcher fetcher(Map<String, Object> changes) {
        return fetcher(config(changes));
    }

    private Fetcher fetcher(FetchConfig config) {
        return opened(new Fetcher(config, InstantSource.system(),
                host -> List.of(InetAddress.ofLiteral("127.0.0.1")), null));
    }

    private Fetcher opened(Fetcher fetcher) {
        opened.add(fetcher);
        return fetcher;
    }

    private static FetchConfig config(Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>(
                Map.of("allow", List.of("127.0.0.1"), "pace.shortest", "0s", "pace.factor", "0"));
        all.putAll(changes);
        return FetchConfig.with(all);
    }

    private static Target target(String path) {
        String url = path.startsWith("/") ? url(path) : path;
        return new Target(url, "portal", url.split("/")[2], Set.of(SERVER.port()), Optional.empty(),
                Target.Purpose.LISTED);
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    private static ResponseDefinitionBuilder page() {
        return aResponse().withHeader("Content-Type", "text/html; charset=utf-8").withBody(PAGE);
    }

    private static List<FetchResult> together(int times, Callable<FetchResult> task) throws Exception {
        List<FetchResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchResult>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(task));
            }
            for (Future<FetchResult> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
        server.start();
        return server;
    }
}
