package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Portal;
import vn.vonggac.watch.FrontierPage.Source;
import vn.vonggac.watch.Spending.Purse;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class CoveragesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestInstallation installation;
    private final Coverages coverages;
    private final Frontier frontier;
    private final Spending spending;
    private Portal portal;

    CoveragesTest(TestInstallation installation) {
        this.installation = installation;
        coverages = installation.bean(Coverages.class);
        frontier = installation.bean(Frontier.class);
        spending = installation.bean(Spending.class);
    }

    @BeforeEach
    void enter() {
        portal = Site.enter(installation, "https://xa.gov.vn/", "XA", "5m");
    }

    @Test
    void aPortalWhosePagesAreAllLookedAtInTimeSaysHowLongThatTakes() {
        find("/tin/", 10);
        look(10);
        pass(Duration.ofHours(20));

        Coverage coverage = coverages.of(portal.id());
        assertThat(coverage.pages()).isEqualTo(10);
        assertThat(coverage.unseen()).isZero();
        assertThat(coverage.cycle()).contains(Duration.ofHours(20));
        assertThat(coverage.below()).isFalse();
    }

    @Test
    void aPortalTooLargeForItsBudgetSaysHowFarTheLooksReach() {
        find("/tin/", 60);
        pass(DAY.multipliedBy(3));
        look(20);
        pass(Duration.ofHours(1));

        Coverage coverage = coverages.of(portal.id());
        assertThat(coverage.unseen()).isEqualTo(40);
        assertThat(coverage.overdue()).isEqualTo(40);
        assertThat(coverage.cycle()).contains(DAY.multipliedBy(3));
        assertThat(coverage.below()).isTrue();
    }

    @Test
    void aNewPortalIsNotBelowItsTargetYet() {
        find("/tin/", 60);
        pass(Duration.ofHours(1));
        assertThat(coverages.of(portal.id()).cycle()).isEmpty();
        look(6);

        Coverage coverage = coverages.of(portal.id());
        assertThat(coverage.below()).isFalse();
        assertThat(coverage.cycle()).contains(Duration.ofHours(10));
    }

    @Test
    void portalsThatFallBehindAreCountedUntilTheyCatchUp() {
        find("/tin/", 10);
        coverages.count();
        assertThat(coverages.below()).isEmpty();
        pass(DAY.multipliedBy(2));
        coverages.count();
        assertThat(coverages.below()).containsExactly(portal.id());
        look(10);
        coverages.count();

        assertThat(coverages.below()).isEmpty();
    }

    @Test
    void newPagesAndKnownOnesAndThePartsOfASiteTakeTurns() {
        find("/lich/", 200);
        find("/tin/", 5);
        look(10);
        pass(DAY);
        find("/van-ban/", 5);

        List<FrontierPage> due = due(20);
        assertThat(due).filteredOn(page -> page.visits() > 0).hasSize(10);
        assertThat(due).extracting(page -> Addresses.section(page.url())).contains("tin", "van-ban");
        Map<String, Long> fresh = due.stream().filter(page -> page.visits() == 0)
                .collect(Collectors.groupingBy(page -> Addresses.section(page.url()), Collectors.counting()));
        assertThat(fresh.get("lich")).isLessThanOrEqualTo(5);
    }

    @Test
    void whatShowedAnAttackIsLookedAtBeforeAllElse() {
        find("/tin/", 3);
        look(3, "clean");
        find("/upload/", 1);
        look(1, "compromised");
        pass(DAY);
        find("/van-ban/", 50);

        assertThat(due(5).getFirst().url()).contains("/upload/");
    }

    @Test
    void whatWasSpentIsCountedByHourAndByDay() {
        Instant now = installation.time().instant();
        pay(now, new Cost(100, 5_000));
        pay(now, new Cost(11, 500));
        pay(now.minus(Duration.ofHours(3)), new Cost(7, 70));
        pay(now.minus(Duration.ofHours(30)), new Cost(3, 7_777));

        assertThat(spending.spent(portal.id(), now)).isEqualTo(new Cost(111, 5_570));
        spending.forget(now.plus(Duration.ofDays(4)));
        assertThat(spending.spent(portal.id(), now)).isEqualTo(Cost.NOTHING);
    }

    private void pay(Instant at, Cost cost) {
        Purse purse = spending.open(portal.id(), at);
        purse.pay(cost);
        spending.close(portal.id(), purse, at);
    }

    private void find(String folder, int pages) {
        frontier.add(portal.id(), IntStream.range(0, pages).boxed()
                .collect(Collectors.toMap(page -> "https://xa.gov.vn" + folder + page, page -> Source.LINK)),
                2,
                installation.time().instant());
    }

    private void look(int pages) {
        look(pages, "clean");
    }

    private void look(int pages, String verdict) {
        Instant now = installation.time().instant();
        due(pages).forEach(page -> frontier.keep(page.visited(now, verdict, 200, "a",
                Duration.ofHours(21), false, Known.NOTHING)));
    }

    private List<FrontierPage> due(int most) {
        return frontier.due(portal.id(), installation.time().instant(), most);
    }

    private void pass(Duration duration) {
        installation.time().pass(duration);
    }
}
