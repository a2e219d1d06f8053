package vn.vonggac.page;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class BaselinesTest {

    private static final String URL = "https://phuloc.hue.gov.vn/";
    private static final BaselineConfig CONFIG = new BaselineConfig(3, Duration.ofHours(2), 2,
            Duration.ofHours(1));

    private final TestInstallation installation;

    BaselinesTest(TestInstallation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void aPortal() {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft("A", "Cơ quan A", "", "", "", "", "", "", "", "", ""), "an");
        installation.bean(Portals.class).add(Scope.EVERYTHING,
                new PortalDraft("Cổng A", "a.gov.vn", "A", "", "", "", "", "", "", "", "", "", "", ""), "an");
    }

    @SuppressWarnings("unchecked")
    private TransactionOperations<Connection> transactions() {
        return installation.bean(TransactionOperations.class);
    }

    private Baselines opened() {
        return new Baselines(installation.bean(BaselineRows.class), transactions(), CONFIG,
                installation.time());
    }

    private void visit(Baselines baselines, String url, String html) {
        installation.time().pass(Duration.ofHours(1));
        baselines.learn(1, url, lesson(html), installation.time().instant());
    }

    private static Lesson lesson(String html) {
        return PortalBaselineTest.lesson(BaselineTest.read(html));
    }

    private int timesWritten() {
        return installation.bean(BaselineRows.class).findByPortalIdAndUrlHash(1, "").orElseThrow().state();
    }

    private static List<String> hosts(Baselines baselines) {
        return baselines.of(1).usualHosts().map(PortalBaseline.UsualHost::host).toList();
    }

    private static String link(String host) {
        return "<a href='https://" + host + "/'>liên kết</a>";
    }

    @Test
    void whatWasLearnedOutlivesTheProcess() {
        Baselines before = opened();
        for (int i = 0; i < 3; i++) {
            visit(before, URL, BaselineTest.USUAL);
        }
        assertThat(before.of(1, URL).learned()).isTrue();
        before.write();

        Baselines after = opened();
        assertThat(after.of(1, URL).learned()).isTrue();
        assertThat(after.of(1, URL).compare(BaselineTest.read(BaselineTest.USUAL)).kind())
                .isEqualTo(Change.Kind.NONE);
        assertThat(hosts(after)).containsExactly("chinhphu.vn");
        assertThat(after.of(1).pages()).isEqualTo(1);
    }

    @Test
    void isWrittenWhenItsTimeHasComeAndNotBefore() {
        Baselines baselines = opened();
        baselines.learn(1, URL, lesson(BaselineTest.USUAL), installation.time().instant());
        baselines.tick();
        assertThat(opened().of(1).visits()).isZero();

        installation.time().pass(Duration.ofHours(1));
        baselines.tick();
        assertThat(opened().of(1).visits()).isEqualTo(1);
    }

    @Test
    void aPortalOnWhichNothingIsNewIsNotWrittenAgain() {
        Baselines baselines = opened();
        for (int visit = 0; visit < 40; visit++) {
            visit(baselines, URL + visit % 4, BaselineTest.USUAL);
        }
        baselines.write();
        assertThat(baselines.of(1).learned()).isTrue();
        int written = timesWritten();
        visit(baselines, URL + 0, BaselineTest.USUAL);
        baselines.write();
        assertThat(timesWritten())
                .isEqualTo(written);

        visit(baselines, URL + 0, BaselineTest.USUAL + link("moi.vn"));
        baselines.write();
        assertThat(timesWritten())
                .isEqualTo(written + 1);
    }

    @Test
    void whatHasNoRoomInMemoryIsWrittenAndReadAgain() {
        Baselines baselines = opened();
        for (int page = 0; page < 5; page++) {
            visit(baselines, URL + page, BaselineTest.USUAL + link("h" + page + ".vn"));
        }

        assertThat(baselines.of(1, URL + 0).hosts).contains("h0.vn");
        assertThat(hosts(baselines)).contains("h0.vn", "h4.vn");
    }

    @Test
    void aPageThatCouldNotBeReadToItsEndTeachesNothing() {
        Baselines baselines = opened();
        visit(baselines, URL, "");

        assertThat(baselines.of(1, URL).visits()).isEqualTo(0);
        assertThat(baselines.of(1).visits()).isZero();
    }

    @Test
    void theSameBytesAgainMakeAPageKnown() {
        Baselines baselines = opened();
        visit(baselines, URL, BaselineTest.USUAL);
        for (int i = 0; i < 2; i++) {
            installation.time().pass(Duration.ofHours(1));
            baselines.learnAgain(1, URL, installation.time().instant());
        }

        assertThat(baselines.of(1, URL).learned()).isTrue();
        Change change = baselines.of(1, URL).compare(BaselineTest.read("<title>x</title><p>Khác hẳn</p>"));
        assertThat(change.survival()).isZero();
        assertThat(change.stableBlocks()).isPositive();
    }

    @Test
    void whatAReviewerAcceptsIsNormalAndWhatTheyRejectIsNot() {
        Baselines baselines = opened();
        for (int i = 0; i < 3; i++) {
            visit(baselines, URL, BaselineTest.USUAL);
        }
        PageContent other = BaselineTest.read(BaselineTest.USUAL + link("moi.vn"));
        Change change = baselines.of(1, URL).compare(other, baselines.of(1));

        baselines.accept(1, URL, other);
        assertThat(opened().of(1, URL).compare(other, opened().of(1)).newHosts()).isEmpty();
        baselines.reject(1, URL, other, change);
        assertThat(opened().of(1, URL).compare(other, opened().of(1)).newPortalHosts())
                .containsExactly("moi.vn");
    }

    @Test
    void whatAnotherNodeWroteFirstStands() {
        Baselines here = opened();
        visit(here, URL, BaselineTest.USUAL);
        here.write();
        Baselines there = opened();
        visit(there, URL, BaselineTest.USUAL + link("kia.vn"));
        visit(here, URL, BaselineTest.USUAL + link("day.vn"));
        there.write();
        here.write();

        assertThat(hosts(here)).contains("kia.vn").doesNotContain("day.vn");
        assertThat(opened().of(1, URL).hosts).contains("kia.vn").doesNotContain("day.vn");
    }
}
