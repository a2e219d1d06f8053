package vn.vonggac.notify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Resolution;
import vn.vonggac.incident.Step;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** A letter goes to the one it is for, through the outbox, and stays with the incident as it was sent. */
@EachDatabase
class LettersTest {

    private static final Letter.Draft DRAFT = new Letter.Draft("Công ty Máy chủ", "truc@may-chu.example",
            "1 trang bị cài liên kết", "Kính gửi đơn vị,\n\nĐề nghị gỡ bỏ.");

    private final GreenMail server = new GreenMail(
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final TestInstallation installation;
    private final Letters letters;
    @RegisterExtension
    private final Watched watched;

    LettersTest(TestInstallation installation) {
        this.installation = installation;
        this.watched = new Watched(installation);
        this.letters = installation.bean(Letters.class);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ChannelDraft mail(String agency, String quietFrom, String quietTo) {
        return new ChannelDraft("mail", "Thư trực " + agency, agency, "critical", "vi",
                "127.0.0.1:" + server.getSmtp().getPort(), "none", "", "", "vonggac@example.gov.vn",
                "truc-ban@example.gov.vn", "", "", "", "", quietFrom, quietTo, "");
    }

    @Test
    void itGoesToItsAddressAloneEvenInQuietHoursAndIsInTheLogAndOnTheTrail() throws Exception {
        watched.channel(mail("", "00:00", "23:59"));
        long incident = watched.incident(1);
        assertThat(letters.send(Scope.EVERYTHING, incident, DRAFT, "an")).get()
                .isInstanceOf(Handling.Outcome.Done.class);
        watched.turn();

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getAllRecipients()).extracting(Object::toString)
                .containsExactly("truc@may-chu.example");
        assertThat(arrived[0].getSubject()).isEqualTo(DRAFT.subject());
        assertThat(arrived[0].getContent().toString()).contains("Đề nghị gỡ bỏ.");
        Letters.Sent sent = letters.of(Scope.EVERYTHING, incident).getFirst();
        assertThat(sent.letter()).returns("an", Letter::author).returns(DRAFT.body(), Letter::body);
        assertThat(sent.message().orElseThrow().state()).isEqualTo(Message.State.SENT);
        assertThat(installation.bean(Incidents.class).log(Scope.EVERYTHING, incident).getLast())
                .returns(Step.Deed.NOTICED, Step::deed).returns("an", Step::actor)
                .returns("Công ty Máy chủ <truc@may-chu.example>: 1 trang bị cài liên kết", Step::note);
        assertThat(installation.bean(Audit.class)
                .count(new AuditFilter("an", "incident.deed.noticed", "incident:" + incident))).isEqualTo(1);
    }

    @Test
    void itIsTriedAgainAndDoesNotPassForHavingToldTheChannel() {
        watched.channel(watched.webhook("soc"));
        Channel channel = watched.channel(mail("", "", ""));
        long incident = watched.incident(1);
        server.stop();
        letters.send(Scope.EVERYTHING, incident, DRAFT, "an");
        watched.turn();
        assertThat(letters.of(Scope.EVERYTHING, incident).getFirst().message().orElseThrow())
                .returns(Message.State.WAITING, Message::state).returns("connect", Message::failure);
        assertThat(installation.bean(MessageRows.class).told(channel.id(), incident)).isEmpty();

        installation.time().pass(Duration.ofDays(2));
        watched.turn();
        assertThat(letters.of(Scope.EVERYTHING, incident).getFirst().message().orElseThrow().state())
                .isEqualTo(Message.State.GIVEN_UP);
        assertThat(watched.heard()).isNotEmpty();
    }

    @Test
    void withoutAChannelOfMailForThePortalOrAnOpenIncidentOfTheWriterNothingIsWritten() {
        watched.channel(watched.webhook("soc"));
        long incident = watched.incident(1);
        assertThat(letters.possible(1)).isFalse();
        assertThat(letters.send(Scope.EVERYTHING, incident, DRAFT, "an")).isEmpty();

        Channel other = watched.channel(mail("S2", "", ""));
        assertThat(letters.possible(1)).isFalse();
        assertThat(letters.possible(2)).isTrue();
        installation.bean(Channels.class).enable(Scope.EVERYTHING, other.id(), false, "an");
        assertThat(letters.possible(2)).isFalse();

        watched.channel(mail("S1", "", ""));
        assertThat(letters.send(Scope.of(List.of(2L)), incident, DRAFT, "an")).isEmpty();
        installation.bean(Incidents.class).handle(Scope.EVERYTHING, incident,
                known -> Handling.close(known, Resolution.DUPLICATE,
                        new Handling.Word("an", installation.time().instant(), "trùng")));
        assertThat(letters.send(Scope.EVERYTHING, incident, DRAFT, "an")).get()
                .isInstanceOf(Handling.Outcome.NotAllowed.class);
        assertThat(letters.of(Scope.EVERYTHING, incident)).isEmpty();
        assertThat(letters.of(Scope.of(List.of(2L)), incident)).isEmpty();
    }
}
