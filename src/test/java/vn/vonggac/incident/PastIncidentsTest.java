package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** What charts count is what happened, and only what the reader may see of it. */
@EachDatabase
class PastIncidentsTest {

    private static final String PAGE = "https://a.example/tin/1";

    private final TestInstallation installation;
    private final Incidents incidents;
    private final PastIncidents past;

    PastIncidentsTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
        this.past = installation.bean(PastIncidents.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    @Test
    void eachReaderCountsWhatHappenedAtTheirAgencies() {
        raised(1);
        long other = raised(2);
        Instant before = now().minus(Duration.ofDays(1));

        assertThat(past.since(Scope.EVERYTHING, before)).extracting(PastIncident::portal)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(past.since(Scope.of(List.of(2L)), before)).extracting(PastIncident::id, PastIncident::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(other, "Cổng S2"));
        assertThat(past.since(Scope.of(List.of()), before)).isEmpty();
        assertThat(past.since(Scope.EVERYTHING, now().plusSeconds(1))).isEmpty();
    }

    @Test
    void whatWasClosedAsFalseIsNotCounted() {
        long id = raised(1);
        installation.bean(Feedback.class).falseAlarm(Scope.EVERYTHING, id, Set.of(), incident -> Handling
                .close(incident, Resolution.FALSE_POSITIVE, new Handling.Word("an", now(), "vì thế")));

        assertThat(past.since(Scope.EVERYTHING, now().minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void howLongItTookIsFromT0UntilVisitsProvedItOver() {
        long id = raised(1);
        incidents.handle(Scope.EVERYTHING, id,
                incident -> Handling.acknowledge(incident, new Handling.Word("an", now(), "")));
        Instant began = now();
        for (int round = 0; round < 3; round++) {
            installation.time().pass(Duration.ofHours(13));
            incidents.observe(new Sighting("1", PAGE, now(), GroupingTest.clean(), true));
        }

        List<Containment> contained = past.contained(Scope.EVERYTHING, began);
        assertThat(contained).hasSize(1);
        assertThat(contained.getFirst().took()).isBetween(Duration.ofHours(13), Duration.ofHours(40));
        assertThat(past.contained(Scope.of(List.of(2L)), began)).isEmpty();
        assertThat(past.contained(Scope.EVERYTHING, now().plusSeconds(1))).isEmpty();
    }

    private long raised(long portal) {
        return incidents
                .observe(new Sighting(Long.toString(portal), PAGE, now(),
                        GroupingTest.suspicious(GroupingTest.words("tài xỉu đổi thưởng")), true))
                .getFirst().incident().id();
    }

    private Instant now() {
        return installation.time().instant();
    }
}
