package vn.vonggac.notify;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ChannelsTest {

    private static final String PASSWORD = "mật khẩu của máy thư";

    private final TestInstallation installation;
    private final Channels channels;

    ChannelsTest(TestInstallation installation) {
        this.installation = installation;
        this.channels = installation.bean(Channels.class);
    }

    @BeforeEach
    void agency() {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("S1", "Sở S1", "", "", "", "", "", "", "", "", ""), "test");
    }

    private static ChannelDraft mail(String address, String secret, String manner) {
        return new ChannelDraft("mail", "Thư trực", "S1", "medium", "vi", address, manner,
                secret.isEmpty() && manner.equals("none") ? "" : "vonggac", secret, "vonggac@example.gov.vn",
                "an@example.gov.vn", "", "", "", "", "", "", "");
    }

    private Channel add() {
        return ((Outcome.Saved<Channel>) channels.add(Scope.EVERYTHING,
                mail("mail.example.gov.vn:587", PASSWORD, "starttls"), "an")).value();
    }

    @Test
    void aSecretIsEncryptedAndNeverComesOutAgain() {
        Channel channel = add();
        assertThat(channel.sealed()).isNotEmpty().doesNotContain(PASSWORD);
        assertThat(channels.draft(channel).values().values()).doesNotContain(PASSWORD);
        assertThat(channel.toString() + mail("x", PASSWORD, "tls")).doesNotContain(PASSWORD);
        assertThat(installation.bean(Audit.class).find(new AuditFilter("an", "", ""), 10, 0))
                .isNotEmpty().noneMatch(line -> line.detail().contains(PASSWORD));
    }

    @Test
    void aKeptPasswordStaysWhenTheFormComesWithoutAndGoesToNoOtherServer() {
        Channel channel = add();
        Outcome<Channel> renamed = channels.change(Scope.EVERYTHING, channel.id(),
                mail("mail.example.gov.vn:587", "", "tls"), "an");
        assertThat(renamed).isInstanceOf(Outcome.Saved.class);

        assertThat(problems(channels.change(Scope.EVERYTHING, channel.id(),
                mail("thief.example:587", "", "starttls"), "an"))).containsExactly("notify.problem.again");
        assertThat(channels.change(Scope.EVERYTHING, channel.id(),
                mail("other.example.gov.vn:587", "mới", "starttls"), "an")).isInstanceOf(Outcome.Saved.class);
    }

    private static ChannelDraft gateway(String address, String headers) {
        return new ChannelDraft("template", "SMS", "", "high", "vi", address, "post", "", "", "", "",
                headers, "{{sms}}", "", "", "", "", "");
    }

    @Test
    void keptHeadersGoToNoOtherServer() {
        Channel channel = ((Outcome.Saved<Channel>) channels.add(Scope.EVERYTHING,
                gateway("https://sms.example/", "Authorization: Bearer x"), "an")).value();
        assertThat(channels.change(Scope.EVERYTHING, channel.id(), gateway("https://sms.example/v2", ""),
                "an")).isInstanceOf(Outcome.Saved.class);
        assertThat(problems(channels.change(Scope.EVERYTHING, channel.id(),
                gateway("https://thief.example/", ""), "an"))).containsExactly("notify.problem.again");
    }

    @Test
    void aPasswordIsNotSentInTheClear() {
        assertThat(problems(channels.add(Scope.EVERYTHING, mail("mail.example.gov.vn", PASSWORD, "none"),
                "an"))).containsExactly("notify.problem.clear");
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThat(problems(channels.add(Scope.EVERYTHING, new ChannelDraft("mail", "", "KHÔNG", "", "fr",
                "mail server", "", "", "", "ai đó", "an", "", "", "x", "", "25:00", "", "hằng ngày"),
                "an"))).contains("portal.problem.missing", "portal.problem.no-agency",
                        "notify.problem.choice", "notify.problem.server", "notify.problem.mail",
                        "portal.problem.number", "notify.problem.clock", "notify.problem.roster");
        assertThat(problems(channels.add(Scope.EVERYTHING, new ChannelDraft("template", "SMS", "", "", "vi",
                "ftp://x/", "", "", "", "", "", "không phải dòng đầu", "{{nobody}}", "", "", "", "", ""),
                "an"))).containsExactlyInAnyOrder("notify.problem.header",
                        "notify.problem.url", "notify.problem.place");
    }

    @Test
    void somebodyOfOneAgencySeesItsChannelsAlone() {
        Channel channel = add();
        Scope theirs = Scope.of(Set.of(Objects.requireNonNull(channel.agencyId())));
        Scope others = Scope.of(Set.of(99L));
        assertThat(channels.list(theirs)).hasSize(1);
        assertThat(channels.find(others, channel.id())).isEmpty();
        assertThat(channels.remove(others, channel.id(), "x")).isInstanceOf(Outcome.Absent.class);
        assertThat(channels.test(others, channel.id(), "x")).isEmpty();
        assertThat(problems(channels.add(theirs, new ChannelDraft("syslog", "SIEM", "", "", "vi", "siem:514",
                "udp", "", "", "", "", "", "", "", "", "", "", ""), "x")))
                .containsExactly("portal.problem.missing");
    }

    @Test
    void everyChangeIsOnTheTrail() {
        Channel channel = add();
        channels.enable(Scope.EVERYTHING, channel.id(), false, "an");
        channels.test(Scope.EVERYTHING, channel.id(), "an");
        channels.remove(Scope.EVERYTHING, channel.id(), "an");
        assertThat(installation.bean(Audit.class)
                .find(new AuditFilter("an", "", "channel:" + channel.id()), 10, 0)).extracting("action")
                .containsExactly("notify.act.channel-remove", "notify.act.channel-test",
                        "notify.act.channel-disable", "notify.act.channel-add");
    }

    @Test
    void theExamplesOfGatewaysAreSoundForms() {
        for (GatewayExamples.Example example : installation.bean(GatewayExamples.class).all()) {
            assertThat(channels.add(Scope.EVERYTHING, example.draft(), "an")).as(example.id())
                    .isInstanceOf(Outcome.Saved.class);
        }
    }

    private static List<String> problems(Outcome<Channel> outcome) {
        return ((Outcome.Rejected<Channel>) outcome).problems().stream().map(Problem::messageKey).toList();
    }
}
