package vn.vonggac.notify;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Severity;
import vn.vonggac.notify.Trouble.Cause;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class TroublesTest {

    private final TestInstallation installation;
    private final Troubles troubles;
    @RegisterExtension
    private final Watched watched;

    TroublesTest(TestInstallation installation) {
        this.installation = installation;
        watched = new Watched(installation);
        troubles = installation.bean(Troubles.class);
    }

    @Test
    void whatIsWrongIsToldOnceWhenItBeginsAndOnceWhenItIsOverAndNotToAgencies() {
        watched.channel(watched.webhook("soc"));
        watched.channel(new ChannelDraft("webhook", "second", "S2", "low", "vi", watched.url("/second"), "",
                "", Watched.SECRET, "", "", "", "", "", "", "", "", ""));
        troubles.stands(Cause.LATE, "", Severity.HIGH, "37\nCổng S1, …");
        troubles.stands(Cause.LATE, "", Severity.HIGH, "37\nCổng S1, …");
        watched.turn();

        assertThat(watched.heard()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/soc");
            assertThat(request.getBodyAsString()).contains("\"event\":\"trouble\"",
                    "37 cổng không được xem suốt nhiều nhịp liền: Cổng S1, …");
        });
        troubles.over(Cause.LATE, "");
        troubles.over(Cause.LATE, "");
        watched.turn();
        assertThat(watched.heard()).hasSize(2);
        assertThat(watched.heard().getLast().getBodyAsString()).contains("\"event\":\"over\"",
                "\"thread\":\"trouble.1\"", "Đã hết: 37 cổng");
        assertThat(troubles.standing()).isEmpty();
        assertThat(watched.messages()).extracting(Message::state).containsOnly(Message.State.SENT);
    }

    @Test
    void whatChangesIsToldAnewAfterAWhileAndWhatBecomesWorseAtOnce() {
        watched.channel(watched.webhook("soc"));
        assertThat(troubles.stands(Cause.LATE, "", Severity.HIGH, "1\nA")).isTrue();
        assertThat(troubles.stands(Cause.LATE, "", Severity.HIGH, "2\nA, B")).isFalse();
        watched.turn();
        assertThat(watched.heard()).hasSize(1);

        installation.time().pass(Duration.ofMinutes(15));
        assertThat(troubles.stands(Cause.LATE, "", Severity.HIGH, "2\nA, B")).isTrue();
        assertThat(troubles.stands(Cause.LATE, "", Severity.CRITICAL, "9\nA, B, …")).isTrue();
        watched.turn();
        assertThat(watched.heard()).hasSize(3);
    }

    @Test
    void whoeverIsLaterInTheLineIsToldOnlyOfWhatLasts() {
        watched.channel(watched.later("head", 15, 10));
        troubles.stands(Cause.DISK, "n1", Severity.CRITICAL, "8\n12");
        installation.time().pass(Duration.ofMinutes(10));
        troubles.over(Cause.DISK, "n1");
        troubles.stands(Cause.DISK, "n2", Severity.CRITICAL, "6\n9");
        installation.time().pass(Duration.ofMinutes(20));
        watched.turn();
        watched.turn();

        assertThat(watched.heard()).singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("chỉ còn trống 6 % (9 GB)"));
    }

    @Test
    void eachCauseHasItsWordsInBothLanguages() {
        watched.channel(watched.webhook("vi"));
        watched.channel(new ChannelDraft("webhook", "en", "", "low", "en", watched.url("/en"), "", "",
                Watched.SECRET, "", "", "", "", "", "", "", "", ""));
        List.of(Cause.values()).forEach(cause -> troubles.stands(cause, "n", Severity.CRITICAL, "1\n2"));
        watched.turn();

        assertThat(watched.heard()).hasSize(2 * Cause.values().length)
                .allSatisfy(
                        request -> assertThat(request.getBodyAsString()).doesNotContain("notify.", "{0}"));
    }
}
