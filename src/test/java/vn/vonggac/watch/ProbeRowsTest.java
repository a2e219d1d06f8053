package vn.vonggac.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Around.Hole;
import vn.vonggac.portal.Portal;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ProbeRowsTest {

    private static final String URL = "https://a.gov.example/khong-co";
    private static final String HASH = DigestUtils.sha256Hex(URL);

    private final TestInstallation installation;
    private final ProbeRows rows;

    ProbeRowsTest(TestInstallation installation) {
        this.installation = installation;
        this.rows = installation.bean(ProbeRows.class);
    }

    @Test
    void aQuestionIsKeptOnceAndOneNodeAsksIt() {
        Portal portal = portal();
        Instant now = installation.time().instant();
        rows.add(portal.id(), "ABSENT", URL, HASH, now);
        rows.add(portal.id(), "ABSENT", URL, HASH, now);

        assertThat(rows.count(portal.id(), "ABSENT")).isEqualTo(1);
        assertThat(rows.known(portal.id(), List.of(HASH, "other"))).containsExactly(HASH);
        Probe probe = rows.due(portal.id(), now, 5).getFirst();
        assertThat(rows.take(probe.id(), now, now.plusSeconds(60))).isEqualTo(1);
        assertThat(rows.take(probe.id(), now, now.plusSeconds(60))).isZero();
    }

    @Test
    void advertisingWhereNothingCanBeIsAHoleAfterTheSecondAnswerAndNoneAfterADifferentOne() {
        Portal portal = portal();
        Instant now = installation.time().instant();
        rows.add(portal.id(), "ABSENT", URL, HASH, now);
        Probe once = answered(rows.due(portal.id(), now, 5).getFirst(), Optional.of("nhà cái"), now);
        assertThat(once.hole()).isEmpty();
        Probe twice = answered(once, Optional.of("nhà cái"), now);
        assertThat(twice.hole()).contains(new Hole(Hole.Kind.ADVERTISES_WHAT_IS_NOT_THERE, URL, "nhà cái"));
        assertThat(rows.shown(portal.id())).containsExactly(twice);

        answered(twice, Optional.empty(), now);
        assertThat(rows.shown(portal.id())).isEmpty();
        assertThat(rows.absent(portal.id())).singleElement().extracting(Probe::title).isEqualTo("404");
    }

    @Test
    void whatOneAnswerAccusedIsAskedBeforeWhatWaitsLonger() {
        Portal portal = portal();
        Instant now = installation.time().instant();
        rows.add(portal.id(), "ABSENT", URL, HASH, now);
        answered(rows.due(portal.id(), now, 5).getFirst(), Optional.of("nhà cái"), now);
        rows.add(portal.id(), "FOLDER", URL + "/upload/", "folder", now.minusSeconds(60));

        assertThat(rows.due(portal.id(), now, 1)).singleElement().extracting(Probe::kind)
                .isEqualTo(Probe.Kind.ABSENT);
    }

    private Probe answered(Probe probe, Optional<String> hole, Instant now) {
        return rows.update(probe.answered(200, "404", hole, now, now));
    }

    private Portal portal() {
        return Site.enter(installation, "https://a.gov.example/", "A", "5m");
    }
}
