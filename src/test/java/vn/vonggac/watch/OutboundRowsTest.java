package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Verdict;
import vn.vonggac.portal.Portal;
import vn.vonggac.watch.FrontierPage.Source;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class OutboundRowsTest {

    private static final String URL = "https://hoi.example/";
    private static final String HASH = DigestUtils.sha256Hex(URL);
    private static final Verdict BAD = new Verdict(Verdict.Level.COMPROMISED, 0.9, List.of(), List.of());

    private final TestInstallation installation;
    private final OutboundRows rows;

    OutboundRowsTest(TestInstallation installation) {
        this.installation = installation;
        this.rows = installation.bean(OutboundRows.class);
    }

    @Test
    void aTargetIsKeptOnceForAllWhoLinkToItAndOneOfThemLooks() {
        Instant now = installation.time().instant();
        FrontierPage one = page("a", now);
        FrontierPage other = page("b", now);
        link(one, now);
        link(other, now);

        OutboundTarget target = rows.due(other.portalId(), now.minusSeconds(1), now, 5).getFirst();
        assertThat(rows.take(target.id(), now, now.plusSeconds(60))).isEqualTo(1);
        assertThat(rows.take(target.id(), now, now.plusSeconds(60))).isZero();
        assertThat(rows.due(one.portalId(), now.minusSeconds(1), now, 5)).isEmpty();
        assertThat(rows.domains(one.portalId())).containsExactly(new OutboundDomain("hoi.example", 1));
        assertThat(rows.seenSince(one.portalId(), now.minusSeconds(1), List.of(HASH))).containsExactly(HASH);
    }

    @Test
    void aTargetIsBadAfterTheSecondBadLookAndThePagesThatLinkToItAreDueUnderEveryView() {
        Instant now = installation.time().instant();
        FrontierPage page = page("a", now);
        link(page, now);
        OutboundTarget target = rows.due(page.portalId(), now.minusSeconds(1), now, 5).getFirst();
        OutboundTarget once = target.judged(BAD, 200, URL, now, now);
        rows.update(once);
        assertThat(rows.bad(page.portalId(), OutboundTarget.SURE)).isEmpty();

        rows.update(once.judged(BAD, 200, URL, now, now));
        rows.lookAgainAtLinking(target.id(), now);
        assertThat(rows.bad(page.portalId(), OutboundTarget.SURE)).singleElement()
                .satisfies(bad -> assertThat(bad.judged().level()).isEqualTo(Verdict.Level.COMPROMISED));
        assertThat(installation.bean(Frontier.class).page(page.portalId(), page.url(), now).everyView())
                .isTrue();
    }

    @Test
    void aTargetThatNobodyLinksToAnyMoreIsForgotten() {
        Instant now = installation.time().instant();
        FrontierPage page = page("a", now);
        link(page, now);
        installation.bean(Outbound.class).sweep(now.plus(Duration.ofDays(59)));
        assertThat(rows.domains(page.portalId())).hasSize(1);
        installation.bean(Outbound.class).sweep(now.plus(Duration.ofDays(61)));
        assertThat(rows.domains(page.portalId())).isEmpty();
    }

    private FrontierPage page(String name, Instant now) {
        String home = "https://" + name + ".gov.example/";
        Portal portal = Site.enter(installation, home, name, "5m");
        return installation.bean(FrontierRows.class)
                .save(FrontierPage.found(portal.id(), home, Source.HOME, 0, now));
    }

    private void link(FrontierPage page, Instant now) {
        rows.add(URL, HASH, "hoi.example", now, false);
        rows.link(page.portalId(), page.id(), HASH, now);
        assertThat(rows.seen(page.portalId(), page.id(), HASH, now)).isEqualTo(1);
    }
}
