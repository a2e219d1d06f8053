package vn.vonggac.notify;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.fetch.Outgoing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** What arrives at the other end of each kind of channel. */
class CouriersTest {

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final Outgoing outgoing = new Outgoing(List.of("127.0.0.1/32"), List.of(), Optional.empty(),
            Duration.ofSeconds(2));
    private final JsonMapper json = TestInstallation.h2().bean(JsonMapper.class);
    private final WebCourier web = new WebCourier(new Asking(outgoing), new Bodies(json));

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    @AfterEach
    void stop() {
        server.stop();
        outgoing.close();
    }

    private List<LoggedRequest> heard() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    static Telling telling(String subject) {
        return new Telling("message.1", "incident.7", true, "raised",
                MailCourierTest.telling(true).at(), subject, "dòng 1\n\"dòng\" 2", "Vong Gac",
                "https://desk.example/incidents/7", Optional.empty());
    }

    @Test
    void whatIsPutIntoATemplateCannotLeaveItsPlace() throws IOException {
        Means.Template means = new Means.Template("post", url("/sms?to={{to}}"),
                Map.of("Authorization", "Bearer {{secret}}"),
                "{\"to\": \"{{to}}\", \"text\": \"{{subject}} {{text}}\"}", "s3cret", List.of("09 12&x=1"));
        Delivery delivery = web.send(means, telling("a\", \"to\": \"{{secret}}\\"), round(new ArrayList<>()));

        assertThat(delivery).isEqualTo(Delivery.SENT);
        LoggedRequest request = heard().getFirst();
        assertThat(request.getUrl()).isEqualTo("/sms?to=09%2012%26x%3D1");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer s3cret");
        assertThat(json.readValue(request.getBodyAsString(), Map.class))
                .isEqualTo(Map.of("to", "09 12&x=1", "text",
                        "a\", \"to\": \"{{secret}}\\ dòng 1\n\"dòng\" 2"));
    }

    @Test
    void whoeverHasGotItIsNotToldAgainWhenAnotherCouldNotBe() {
        Means.Template means = new Means.Template("post", url("/{{to}}"), Map.of(), "{{sms}}", "",
                List.of("one", "two", "three"));
        server.stubFor(any(urlEqualTo("/two"))
                .willReturn(serverError()));
        List<String> served = new ArrayList<>();
        assertThat(web.send(means, telling("x"), round(served))).isInstanceOf(Delivery.Failed.class);
        assertThat(served).last().isEqualTo("one\nthree");

        start();
        assertThat(
                web.send(means, telling("x"), new Round(served::add, List.of("one", "three"), Threads.NONE)))
                .isEqualTo(Delivery.SENT);
        assertThat(heard()).extracting(LoggedRequest::getUrl).containsExactlyInAnyOrder("/one", "/two",
                "/three", "/two");
    }

    private static Round round(List<String> served) {
        return new Round(served::add, List.of(), Threads.NONE);
    }

    @Test
    void aRedirectIsNotFollowedAndNoAnswerInTimeIsAFailure() {
        server.stubFor(any(anyUrl()).willReturn(
                aResponse().withStatus(302).withHeader("Location", "/elsewhere").withBody("đi chỗ khác")));
        assertThat(web.send(new Means.Chat("slack", url("/hook")), telling("x")))
                .isEqualTo(new Delivery.Failed(Delivery.Reason.STATUS, "302 đi chỗ khác"));
        assertThat(heard()).hasSize(1);

        server.stubFor(
                any(anyUrl()).willReturn(ok().withChunkedDribbleDelay(60, 30_000).withBody("x".repeat(99))));
        assertThat(web.send(new Means.Chat("slack", url("/hook")), telling("x")))
                .isInstanceOfSatisfying(Delivery.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Delivery.Reason.TIMEOUT));
    }

    @Test
    void aServerInsideThatNobodyAllowedIsNotAsked() {
        try (Outgoing strict = new Outgoing(List.of(), List.of("127.0.0.1 hook.example"), Optional.empty(),
                Duration.ofSeconds(2))) {
            WebCourier careful = new WebCourier(new Asking(strict), new Bodies(json));
            for (String host : List.of("127.0.0.1", "hook.example")) {
                assertThat(careful.send(
                        new Means.Chat("slack", "http://" + host + ":" + server.port() + "/"), telling("x")))
                        .isInstanceOfSatisfying(Delivery.Failed.class,
                                failed -> assertThat(failed.reason()).isEqualTo(Delivery.Reason.ADDRESS));
            }
        }
        assertThat(heard()).isEmpty();
    }

    @Test
    void aProxyIsAskedInsteadWhereThereIsOne() {
        try (Outgoing through = new Outgoing(List.of(), List.of(),
                Optional.of(URI.create("http://127.0.0.1:" + server.port())),
                Duration.ofSeconds(2))) {
            assertThat(new WebCourier(new Asking(through), new Bodies(json))
                    .send(new Means.Chat("slack", "http://chat.example/hook"), telling("x")))
                    .isEqualTo(Delivery.SENT);
        }
        server.verify(anyRequestedFor(anyUrl()).withHeader("Host", equalTo("chat.example")));
    }

    @Test
    void aChatGetsWhatItsProductReads() throws IOException {
        web.send(new Means.Chat("mattermost", url("/hook")), telling("Cổng S1"));
        web.send(new Means.Chat("teams", url("/hook")), telling("Cổng S1"));
        assertThat(json.readValue(heard().getFirst().getBodyAsString(), Map.class))
                .isEqualTo(Map.of("text", "Cổng S1\ndòng 1\n\"dòng\" 2"));
        assertThat(heard().getLast().getBodyAsString()).contains(
                "\"contentType\":\"application/vnd.microsoft.card.adaptive\"", "\"text\":\"Cổng S1\"");
    }

    @Test
    void aCollectorGetsOneLineOverUdpAndOverTcp() throws IOException {
        SyslogCourier syslog = new SyslogCourier(outgoing, Duration.ofSeconds(2));
        try (DatagramSocket collector = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            collector.setSoTimeout(5_000);
            assertThat(syslog.send(new Means.Syslog("127.0.0.1", collector.getLocalPort(), false),
                    telling("a|b=c\nd"))).isEqualTo(Delivery.SENT);
            DatagramPacket packet = new DatagramPacket(new byte[9000], 9000);
            collector.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .startsWith(
                            "<132>1 2026-01-05T01:00:00Z vonggac vonggac - raised - CEF:0|Vong Gac|vonggac|1|")
                    .contains("|a\\|b=c d|").contains("cs3=https://desk.example/incidents/7");
        }
        try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(syslog.send(new Means.Syslog("127.0.0.1", collector.getLocalPort(), true),
                    telling("x"))).isEqualTo(Delivery.SENT);
            try (Socket caller = collector.accept()) {
                assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("<132>1 ").endsWith("\n");
            }
        }
    }
}
