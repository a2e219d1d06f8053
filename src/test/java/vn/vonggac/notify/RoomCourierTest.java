package vn.vonggac.notify;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.fetch.Outgoing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an incident stands below the first message about it, in each room by itself. */
class RoomCourierTest implements Threads {

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final Outgoing outgoing = new Outgoing(List.of("127.0.0.1/32"), List.of(), Optional.empty(),
            Duration.ofSeconds(2));
    private final JsonMapper json = TestInstallation.h2().bean(JsonMapper.class);
    private final RoomCourier courier = new RoomCourier(new Asking(outgoing), new Bodies(json));
    private final Map<String, String> roots = new HashMap<>();

    @Override
    public Optional<String> root(String recipient) {
        return Optional.ofNullable(roots.get(recipient));
    }

    @Override
    public void begun(String recipient, String root) {
        roots.put(recipient, root);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        outgoing.close();
    }

    private Delivery say(String product, String... rooms) {
        return courier.send(new Means.Rooms(product, "http://127.0.0.1:" + server.port() + "/", "t0ken",
                List.of(rooms)), CouriersTest.telling("Cổng S1"),
                new Round(new ArrayList<String>()::add, List.of(), this));
    }

    private List<Map<?, ?>> heard() throws IOException {
        List<Map<?, ?>> bodies = new ArrayList<>();
        for (LoggedRequest request : server.findAll(anyRequestedFor(anyUrl()))) {
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer t0ken");
            bodies.add(json.readValue(request.getBodyAsString(), Map.class));
        }
        return bodies;
    }

    @Test
    void inMattermostALaterMessageAnswersTheFirstOfItsRoom() throws IOException {
        for (String room : List.of("r1", "r2")) {
            server.stubFor(post(urlEqualTo("/api/v4/posts")).withRequestBody(containing(room))
                    .willReturn(okJson("{\"id\":\"of" + room + "\",\"message\":\"{}\"}").withStatus(201)));
        }
        assertThat(say("mattermost", "r1")).isEqualTo(Delivery.SENT);
        assertThat(say("mattermost", "r1", "r2")).isEqualTo(Delivery.SENT);
        say("mattermost", "r2");

        String text = "Cổng S1\ndòng 1\n\"dòng\" 2";
        assertThat(heard()).containsExactlyInAnyOrder(Map.of("channel_id", "r1", "message", text),
                Map.of("channel_id", "r1", "message", text, "root_id", "ofr1"),
                Map.of("channel_id", "r2", "message", text),
                Map.of("channel_id", "r2", "message", text, "root_id", "ofr2"));
    }

    @Test
    void inSlackTooAndItsNoComesWithAnAnswerOfTwoHundred() throws IOException {
        server.stubFor(post(urlEqualTo("/api/chat.postMessage"))
                .willReturn(okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1503435956.000247\"}")));
        say("slack", "C1");
        say("slack", "C1");
        assertThat(heard()).hasSize(2).last().satisfies(body -> {
            assertThat(body.get("thread_ts")).isEqualTo("1503435956.000247");
            assertThat(body.get("unfurl_links")).isEqualTo(false);
        });

        server.stubFor(post(anyUrl()).willReturn(okJson("{\"ok\":false,\"error\":\"not_in_channel\"}")));
        assertThat(say("slack", "C2"))
                .isEqualTo(new Delivery.Failed(Delivery.Reason.REJECTED, "not_in_channel"));
        assertThat(roots).containsOnlyKeys("C1");
    }

    @Test
    void whereTheFirstMessageIsGoneAnotherBegins() throws IOException {
        roots.put("r1", "gone");
        server.stubFor(post(anyUrl()).inScenario("gone").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(400).withBody("{\"id\":\"api.post.root_id.app_error\"}"))
                .willSetStateTo("next"));
        server.stubFor(post(anyUrl()).inScenario("gone").whenScenarioStateIs("next")
                .willReturn(okJson("{\"id\":\"new1\"}").withStatus(201)));
        assertThat(say("mattermost", "r1")).isEqualTo(Delivery.SENT);
        assertThat(roots).containsEntry("r1", "new1");
        assertThat(heard()).hasSize(2);
    }

    @Test
    void aServerInTroubleIsAskedOnceAndItsThreadStays() throws IOException {
        roots.put("r1", "first");
        server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(say("mattermost", "r1"))
                .isEqualTo(new Delivery.Failed(Delivery.Reason.STATUS, "503"));
        assertThat(heard()).hasSize(1);
        assertThat(roots).containsEntry("r1", "first");
    }

    @Test
    void inTelegramALaterMessageAnswersTheFirstAsLongAsItIsThere() throws IOException {
        Bodies bodies = new Bodies(json);
        assertThat(
                json.readValue(bodies.post(CouriersTest.telling("x"), "-100", Optional.of("42")), Map.class)
                        .get("reply_parameters"))
                .isEqualTo(Map.of("message_id", 42, "allow_sending_without_reply", true));
        assertThat(
                json.readValue(bodies.post(CouriersTest.telling("x"), "-100", Optional.empty()), Map.class))
                .containsOnlyKeys("chat_id", "text", "disable_web_page_preview");
    }
}
