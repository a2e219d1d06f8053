package vn.vonggac.notify;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Gravity;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Resolution;
import vn.vonggac.incident.Silence;
import vn.vonggac.incident.Silences;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.WatchWindowDraft;
import vn.vonggac.portal.WatchWindows;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

@EachDatabase
class OutboxTest {

    private final TestInstallation installation;
    @RegisterExtension
    private final Watched watched;

    OutboxTest(TestInstallation installation) {
        this.installation = installation;
        watched = new Watched(installation);
    }

    @Test
    void anIncidentIsToldOnceAndThenWhatBecomesOfIt() {
        watched.channel(watched.webhook("soc"));
        long incident = watched.incident(1);
        watched.turn();
        watched.turn();

        assertThat(watched.heard()).singleElement().satisfies(request -> {
            assertThat(request.getBodyAsString()).contains("\"event\":\"raised\"", "\"thread\":\"incident."
                    + incident + "\"", "Cổng S1", "hxxps[:]//s1[.]example/tin", "/incidents/" + incident);
            assertThat(request.getHeader("Vonggac-Signature")).isEqualTo("v1=" + signature(request));
        });
        watched.acknowledge(incident);
        watched.turn();
        watched.turn();
        assertThat(watched.heard()).hasSize(2);
        assertThat(watched.heard().getLast().getBodyAsString()).contains("\"event\":\"update\"",
                "\"deeds\":[\"acknowledged\"]", "nhận xử lý");
    }

    /** As the one who hears it works it out. */
    private static String signature(LoggedRequest request) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Watched.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((request.getHeader("Vonggac-Timestamp") + "."
                + request.getBodyAsString()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsBelowItsSeverityOrOfAnotherAgencyIsNotTold() {
        watched.channel(new ChannelDraft("webhook", "grave", "", "critical", "vi", watched.url("/grave"), "",
                "", Watched.SECRET, "", "", "", "", "", "", "", "", ""));
        watched.channel(new ChannelDraft("webhook", "second", "S2", "low", "vi", watched.url("/second"), "",
                "", Watched.SECRET, "", "", "", "", "", "", "", "", ""));
        long incident = watched.incident(1);
        watched.turn();
        assertThat(watched.heard()).isEmpty();

        handle(incident, known -> Handling.severity(known, Severity.CRITICAL, word("lan rộng")));
        watched.turn();
        assertThat(watched.heard()).singleElement()
                .satisfies(request -> assertThat(request.getUrl()).isEqualTo("/grave"));
    }

    @Test
    void whatCannotBeSentIsTriedAgainAfterLongerAndLongerPausesAndGivenUp() {
        watched.channel(watched.webhook("soc"));
        watched.answers(503);
        watched.incident(1);
        watched.turn();
        Message waiting = watched.messages().getFirst();
        assertThat(waiting.state()).isEqualTo(Message.State.WAITING);
        assertThat(waiting.failure()).isEqualTo("status");
        assertThat(waiting.detail()).isEqualTo("503");

        watched.turn();
        assertThat(watched.heard()).hasSize(1);
        for (int hour = 0; hour < 25 * 4; hour++) {
            installation.time().pass(Duration.ofMinutes(15));
            watched.turn();
        }
        assertThat(watched.heard()).hasSizeBetween(90, 110);
        assertThat(installation.bean(Outbox.class).standing().givenUp()).isEqualTo(1);
        assertThat(watched.messages()).extracting(Message::state).contains(Message.State.GIVEN_UP);

        watched.answers(200);
        installation.bean(Outbox.class).again(Scope.EVERYTHING, waiting.id(), "an");
        watched.turn();
        assertThat(watched.messages()).extracting(Message::state).containsOnly(Message.State.SENT);
        assertThat(installation.bean(Audit.class)
                .count(new AuditFilter("an", "notify.act.message-again", ""))).isEqualTo(1);
    }

    @Test
    void whoeverIsLaterInTheLineIsToldOnlyWhenNobodyActs() {
        watched.channel(watched.later("head", 15, 10));
        long taken = watched.incident(1);
        long left = watched.incident(2);
        watched.turn();
        assertThat(watched.heard()).isEmpty();

        watched.acknowledge(taken);
        installation.time().pass(Duration.ofMinutes(15));
        watched.turn();
        assertThat(watched.heard()).singleElement().satisfies(
                request -> assertThat(request.getBodyAsString()).contains("\"incident." + left + "\""));

        installation.time().pass(Duration.ofMinutes(10));
        watched.turn();
        assertThat(watched.heard()).hasSize(2);
        assertThat(watched.heard().getLast().getBodyAsString()).contains("\"event\":\"again\"");

        watched.acknowledge(left);
        installation.time().pass(Duration.ofMinutes(10));
        watched.turn();
        assertThat(watched.heard()).hasSize(3);
        assertThat(watched.heard().getLast().getBodyAsString()).contains("\"event\":\"update\"");
    }

    @Test
    void quietHoursHoldBackEverythingButWhatIsCriticalOrSerious() {
        watched.channel(new ChannelDraft("webhook", "night", "", "low", "vi", watched.url("/night"), "", "",
                Watched.SECRET, "", "", "", "", "", "", "07:00", "09:00", ""));
        long incident = watched.incident(1);
        watched.turn();
        assertThat(watched.heard()).isEmpty();

        watched.incident(2);
        handle(2 + incident - 1, known -> Handling.gravity(known, Gravity.SERIOUS, word("lộ dữ liệu")));
        watched.turn();
        assertThat(watched.heard()).singleElement();

        installation.time().set(Instant.parse("2026-01-05T02:00:00Z"));
        watched.turn();
        assertThat(watched.heard()).hasSize(2);
    }

    @Test
    void deadlinesAreRemindedOfBeforeAndAfterTheyRunOut() {
        watched.channel(watched.webhook("soc"));
        long incident = watched.incident(1);
        watched.turn();
        installation.time().pass(Duration.ofHours(49));
        watched.turn();
        watched.turn();
        assertThat(events()).containsExactly("raised", "clock");
        assertThat(watched.heard().getLast().getBodyAsString()).contains("còn 23 giờ 0 phút");

        installation.time().pass(Duration.ofHours(24));
        watched.turn();
        assertThat(events()).containsExactly("raised", "clock", "clock");
        assertThat(watched.heard().getLast().getBodyAsString()).contains("Đã quá thời hạn");

        handle(incident, known -> Handling.reported(known, "report", word("")));
        installation.time().pass(Duration.ofHours(24));
        watched.turn();
        assertThat(events()).hasSize(3);
    }

    @Test
    void whatIsOpenedAgainIsToldAsAtTheBeginningInTheSameThread() {
        watched.channel(watched.webhook("soc"));
        long incident = watched.incident(1);
        watched.turn();
        handle(incident, known -> Handling.close(known, Resolution.DUPLICATE, word("trùng")));
        watched.turn();
        handle(incident, known -> Handling.reopen(known, word("nhầm")));
        watched.turn();
        assertThat(events()).containsExactly("raised", "update", "raised");
        assertThat(watched.heard().getLast().getBodyAsString()).contains("\"deeds\":[\"reopened\"]",
                "\"thread\":\"incident." + incident + "\"");
    }

    @Test
    void whatComesBackIsToldAsAtTheBeginningAndRemindedOfAnew() {
        watched.channel(watched.webhook("soc"));
        long incident = watched.planted();
        watched.turn();
        installation.time().pass(Duration.ofHours(73));
        watched.turn();
        handle(incident, known -> Handling.closeUnproved(known, word("đã gỡ")));
        watched.turn();
        assertThat(events()).containsExactly("raised", "clock", "update");

        installation.time().pass(Duration.ofDays(30));
        assertThat(watched.planted()).isEqualTo(incident);
        watched.turn();
        assertThat(events()).containsExactly("raised", "clock", "update", "raised");
        assertThat(watched.heard().getLast().getBodyAsString()).contains("\"deeds\":[\"came-back\"]",
                "tái diễn sau khi đóng", "\"thread\":\"incident." + incident + "\"");
        installation.time().pass(Duration.ofHours(73));
        watched.turn();
        assertThat(events()).endsWith("raised", "clock");
    }

    @Test
    void whatComesBackUnderASilenceIsToldWhenTheSilenceEnds() {
        watched.channel(watched.webhook("soc"));
        long incident = watched.planted();
        watched.turn();
        handle(incident, known -> Handling.closeUnproved(known, word("đã gỡ")));
        watched.turn();
        installation.time().pass(Duration.ofDays(1));
        Silences silences = installation.bean(Silences.class);
        Silence silence = silences.add(Scope.EVERYTHING, Silence.Matcher.ALL.planting("kubet.example"),
                "đang làm việc với đơn vị", installation.time().instant().plus(Duration.ofDays(2)), "an")
                .orElseThrow();

        assertThat(watched.planted()).isEqualTo(incident);
        watched.turn();
        assertThat(events()).containsExactly("raised", "update");

        installation.time().pass(Duration.ofHours(1));
        silences.end(Scope.EVERYTHING, silence.id(), "an");
        assertThat(watched.planted()).isEqualTo(incident);
        watched.turn();
        assertThat(events()).containsExactly("raised", "update", "raised");
        assertThat(watched.heard().getLast().getBodyAsString()).contains("tái diễn sau khi đóng");
    }

    @Test
    void inARoomOfAChatWhatBecomesOfItStandsBelowTheFirstMessage() {
        watched.hears.stubFor(any(anyUrl()).willReturn(okJson("{\"id\":\"first\"}").withStatus(201)));
        watched.channel(
                new ChannelDraft("rooms", "ban trực", "", "high", "vi", watched.url("/"), "mattermost",
                        "", Watched.SECRET, "", "room1", "", "", "", "", "", "", ""));
        long incident = watched.incident(1);
        watched.turn();
        watched.acknowledge(incident);
        watched.turn();
        assertThat(watched.heard()).extracting(LoggedRequest::getBodyAsString).hasSize(2)
                .satisfies(first -> assertThat(first).doesNotContain("root_id"), atIndex(0))
                .satisfies(next -> assertThat(next).contains("\"root_id\":\"first\"", "nhận xử lý"),
                        atIndex(1));
    }

    @Test
    void whoIsOnDutyInAWatchWindowIsToldBesidesThoseWhoAlwaysAre() {
        watched.channel(
                new ChannelDraft("template", "sms", "", "high", "vi", watched.url("/{{to}}"), "post", "",
                        "", "", "0900000000", "", "{{sms}}", "", "", "", "", ""));
        installation.bean(WatchWindows.class).add(Scope.EVERYTHING, new WatchWindowDraft("Tết", "2026-01-01",
                "2026-01-10", "S1", "", "2",
                "Nguyễn An, 0912 345 678\nLê Bình (không có số)\nT2-T6 07:00-17:00 0923456789 Trần Cúc\n"
                        + "T2-T6 17:00-23:00 0934567890 Võ Dung"),
                "an");
        watched.incident(1);
        watched.incident(2);
        watched.turn();
        assertThat(watched.heard()).extracting(LoggedRequest::getUrl).containsExactlyInAnyOrder("/0900000000",
                "/0912345678", "/0923456789", "/0900000000");
    }

    @Test
    void aDisabledChannelIsToldNothing() {
        Channel channel = watched.channel(watched.webhook("soc"));
        installation.bean(Channels.class).enable(Scope.EVERYTHING, channel.id(), false, "an");
        watched.incident(1);
        watched.turn();
        assertThat(watched.heard()).isEmpty();
        assertThat(watched.messages()).isEmpty();
    }

    @Test
    void aMessageThatWasBeingSentWhenTheServiceDiedIsTriedAgainAfterItsPauseAndNotBefore() {
        watched.channel(watched.webhook("soc"));
        watched.incident(1);
        installation.bean(Outbox.class).takeIn();
        // as the row stands between being claimed and being sent
        installation.execute("UPDATE notify_message SET attempts = 1, next_at = TIMESTAMP WITH TIME ZONE"
                + " '2026-01-05 01:00:40+00'");
        watched.turn();
        assertThat(watched.heard()).isEmpty();
        installation.time().pass(Duration.ofSeconds(40));
        watched.turn();
        assertThat(watched.heard()).hasSize(1);
    }

    private List<String> events() {
        return watched.heard().stream().map(LoggedRequest::getBodyAsString)
                .map(body -> body.replaceAll("(?s).*\"event\":\"(\\w+)\".*", "$1")).toList();
    }

    private void handle(long incident, Function<Incident, Handling.Outcome> act) {
        assertThat(installation.bean(Incidents.class).handle(Scope.EVERYTHING, incident, act))
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOf(Handling.Outcome.Done.class));
    }

    private Handling.Word word(String note) {
        return new Handling.Word("an", installation.time().instant(), note);
    }
}
