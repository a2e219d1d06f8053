package vn.vonggac.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Search;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.Channels;
import vn.vonggac.notify.Message;
import vn.vonggac.notify.Outbox;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class WatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Site site = new Site();
    private TestInstallation installation;
    private Watch watch;

    @BeforeEach
    void start() {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.watch.enabled", true);
        installation = TestInstallation.with(settings);
        watch = installation.bean(Watch.class);
        watch.start();
        site.page("/", Site.LINKS).page("/tin/1", "<p>Hội nghị</p>").page("/tin/2",
                "<p>Lịch tiếp công dân</p>");
    }

    @AfterEach
    void stop() {
        installation.close();
        site.close();
    }

    @Test
    void aPortalTypedInIsVisitedWithinAMinuteAndItsPlantedLinksBecomeAnIncident() {
        site.page("/", Site.LINKS + Site.PLANTED);
        Portal portal = site.enter(installation, "5m");

        within(MINUTE, () -> !incidents(portal).isEmpty());
        Incident incident = incidents(portal).getFirst();
        assertThat(incident.firstPage()).isEqualTo(site.url("/"));
        assertThat(incident.findings()).anySatisfy(finding -> {
            assertThat(finding.quote()).contains("nhà cái uy tín");
            assertThat(finding.place().path()).contains("div");
        });
        within(MINUTE, () -> found(portal, "\"nhà cái uy tín\"") > 0);
        assertThat(watch.pulse().visitsPerMinute()).isPositive();
    }

    @Test
    void lookNowDoesNotWaitForTheRhythm() {
        Portal portal = site.enter(installation, "7d");
        within(MINUTE, () -> looks("/") == 4 && looks("/tin/2") > 0);
        watch.lookNow(portal.id(), "an");

        within(MINUTE, () -> looks("/") == 8);
    }

    @Test
    void aPausedPortalIsLeftAloneUnlessSomebodyAsks() {
        Portal portal = site.enter(installation, "7d");
        within(MINUTE, () -> looks("/") == 4 && looks("/tin/2") > 0);
        installation.bean(Portals.class).pause(Scope.EVERYTHING, Set.of(portal.id()), "nâng cấp",
                "2027-01-01T00:00",
                "test");
        installation.time().pass(Duration.ofDays(8));
        watch.lookNow(portal.id(), "an");

        within(MINUTE, () -> looks("/") == 8);
        assertThat(watch.pulse().latePortals()).isEmpty();
    }

    @Test
    void aPortalThatIsNotLookedAtForThreeRhythmsIsSaid() {
        channel();
        Portal portal = site.enter(installation, "1d");
        within(MINUTE, () -> looks("/") == 4 && looks("/tin/2") > 0);
        installation.time().pass(Duration.ofDays(4));

        within(MINUTE, () -> watch.pulse().latePortals().equals(List.of(portal.id())));
        assertThat(watch.pulse().lag()).isGreaterThan(Duration.ofDays(2));
        within(MINUTE, () -> told().equals(List.of("trouble")));
        watch.lookNow(portal.id(), "an");
        within(MINUTE, () -> told().equals(List.of("over", "trouble")));
    }

    /** What those who run the service are told, the last first. */
    private List<String> told() {
        return installation.bean(Outbox.class).list(Scope.EVERYTHING, Optional.empty(), 10, 0).rows().stream()
                .map(Message::event).toList();
    }

    private void channel() {
        installation.bean(Channels.class).add(Scope.EVERYTHING,
                new ChannelDraft("webhook", "soc", "", "critical", "vi", site.url("/soc"), "", "",
                        "0123456789abcdef", "", "", "", "", "", "", "", "", ""),
                "an");
    }

    @Test
    void aPortalThatTheSchedulerLeavesAloneIsSaidToo() {
        channel();
        Portal portal = site.enter(installation, "1d");
        within(MINUTE, () -> looks("/") == 4 && looks("/tin/2") > 0);
        installation.bean(JobSource.class).close();
        installation.time().pass(Duration.ofDays(4));

        within(MINUTE, () -> watch.pulse().latePortals().equals(List.of(portal.id())));
        assertThat(looks("/")).isEqualTo(4);
        within(MINUTE, () -> told().equals(List.of("trouble")));
    }

    private List<Incident> incidents(Portal portal) {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }

    private long found(Portal portal, String query) {
        return installation.bean(Corpus.class).search(Search.everywhere(query).onPortal(portal.id())).total();
    }

    private int looks(String path) {
        return site.server.findAll(getRequestedFor(urlEqualTo(path))).size();
    }

    private static void within(Duration most, BooleanSupplier reached) {
        long end = System.nanoTime() + most.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("reached within " + most).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
