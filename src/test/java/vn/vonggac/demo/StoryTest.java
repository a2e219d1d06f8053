package vn.vonggac.demo;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.demo.Ledger.Line;
import vn.vonggac.demo.Ledger.State;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Tables;
import vn.vonggac.watch.RoundsByHand;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole story through the real watch, over loopback, on a clock that does not wait. */
class StoryTest {

    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS_A_RHYTHM = 12;
    // the last attack of a round, and a little more than a rhythm
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(13).plusSeconds(15);

    @Test
    void everyAttackThatIsClaimedIsFoundAndWhatIsNoneRaisesNothing() throws Exception {
        TestInstallation installation = TestInstallation.with(settings());
        try (Stage stage = new Stage(); RoundsByHand rounds = new RoundsByHand(installation)) {
            int port = stage.open();
            List<Make> makes = Make.shipped();
            Story story = Story.among(makes, settlement(installation).found(port, makes));
            Province province = new Province(story, port);
            Instant start = installation.time().instant();
            stage.play(ask -> province.answer(ask, moment(start, installation)));
            Ledger ledger = new Ledger(installation.bean(Incidents.class), story, start);

            watch(installation, rounds, story, start);

            List<Line> lines = ledger.lines(start.plus(LONG_ENOUGH));
            System.out.println(table(lines));
            assertThat(lines).hasSize(17);
            assertThat(lines)
                    .filteredOn(line -> line.state() == State.MISSED || line.state() == State.WAITING)
                    .isEmpty();
            assertThat(falseAlarms(ledger, story, start)).isEmpty();
        } finally {
            installation.close();
        }
    }

    private static void watch(TestInstallation installation, RoundsByHand rounds, Story story, Instant start)
            throws Exception {
        Instant end = start.plus(LONG_ENOUGH);
        for (int step = 0; installation.time().instant().isBefore(end); step++) {
            int turn = step % STEPS_A_RHYTHM;
            Set<Long> portals = story.sites().stream().map(Site::portal)
                    .filter(portal -> portal % STEPS_A_RHYTHM == turn).collect(Collectors.toSet());
            rounds.run(portals, installation.time().instant());
            installation.time().pass(STEP);
        }
    }

    private static Moment moment(Instant start, TestInstallation installation) {
        return new Moment(start, Duration.between(start, installation.time().instant()));
    }

    private static Settlement settlement(TestInstallation installation) {
        return new Settlement(installation.bean(HostingCompanies.class), installation.bean(Tables.class),
                installation.bean(Portals.class));
    }

    /** Incidents that began while nothing was done to their portal. */
    private static List<String> falseAlarms(Ledger ledger, Story story, Instant start) {
        return story.sites().stream().flatMap(site -> ledger.incidents(site).stream()
                .filter(incident -> !explained(story, site,
                        Duration.between(start, incident.timeline().grewAt())))
                .map(incident -> said(site, incident))).toList();
    }

    private static boolean explained(Story story, Site site, Duration at) {
        return story.begun(at).stream().filter(scene -> scene.site().equals(site))
                .anyMatch(scene -> scene.act().expects() == Act.Expectation.ALARM);
    }

    private static String said(Site site, Incident incident) {
        return site.host() + " " + incident.kind() + " " + incident.pages().keySet() + " "
                + incident.findings();
    }

    private static String table(List<Line> lines) {
        return lines.reversed().stream().map(line -> "%-18s %-28s %-9s %6s".formatted(line.scene().act().id(),
                line.scene().site().host().replace(".demo.gov.example", ""), line.state(),
                line.took().map(took -> took.toSeconds() + " s").orElse("")))
                .collect(Collectors.joining("\n",
                        "what was done      where                        noticed     after\n",
                        "\n"));
    }

    /** Those of the demonstration, with less patience for the server that hangs. */
    private static Map<String, Object> settings() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StoryTest.class.getResourceAsStream("/application-demo.yml"))) {
            Map<String, Object> settings = new HashMap<>(new YamlPropertySourceLoader().read("demo", in));
            settings.put("vonggac.fetch.limits.first-byte", "300ms");
            settings.put("vonggac.fetch.pace.shortest", "0ms");
            settings.put("vonggac.fetch.pace.back-off", "0ms");
            return settings;
        }
    }
}
