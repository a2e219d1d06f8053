package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** What people say of findings counts; what they told of beforehand weighs less. */
@EachDatabase
class FeedbackTest {

    private static final Finding LINK = GroupingTest.link("nhà cái uy tín", "vip.kubet.example");
    private static final Finding WORDS = GroupingTest.words("tài xỉu đổi thưởng");

    private final TestInstallation installation;
    private final Incidents incidents;
    private final Feedback feedback;

    FeedbackTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
        this.feedback = installation.bean(Feedback.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    @Test
    void aFalseAlarmCountsAgainstTheDetectorThatWasWrongAlone() {
        feedback.falseAlarm(Scope.EVERYTHING, raised(1), Set.of(WORDS.detector(), "unreachable"),
                incident -> Handling.close(incident, Resolution.FALSE_POSITIVE, word()));
        incidents.handle(Scope.EVERYTHING, raised(2), incident -> Handling.closeUnproved(incident, word()));

        List<Precision> thirty = feedback.precision(Scope.EVERYTHING, Duration.ofDays(30));
        assertThat(thirty).containsExactly(new Precision(WORDS.detector(), 2, 1, 1),
                new Precision(LINK.detector(), 2, 1, 0));
        assertThat(thirty.getFirst().share()).isEqualTo(0.5);
        assertThat(feedback.precision(Scope.of(List.of(2L)), Duration.ofDays(30)))
                .extracting(Precision::wrongly).containsExactly(0L, 0L);
        installation.time().pass(Duration.ofDays(31));
        assertThat(feedback.precision(Scope.EVERYTHING, Duration.ofDays(30))).isEmpty();
        assertThat(feedback.precision(Scope.EVERYTHING, Duration.ofDays(90))).hasSize(2);
    }

    @Test
    void aFalseAlarmWithoutAWordOfWhichWasWrongCountsAgainstAllWhoSpoke() {
        feedback.handle(Scope.EVERYTHING, raised(1),
                incident -> Handling.close(incident, Resolution.FALSE_POSITIVE, word()));
        feedback.handle(Scope.EVERYTHING, raised(2),
                incident -> Handling.close(incident, Resolution.DUPLICATE, word()));

        assertThat(feedback.precision(Scope.EVERYTHING, Duration.ofDays(30))).containsExactlyInAnyOrder(
                new Precision(WORDS.detector(), 2, 0, 1), new Precision(LINK.detector(), 2, 0, 1));
    }

    @Test
    void theNarrowestSilenceNamesPageDetectorAndWhatAllSay() {
        Incident incident = incidents.find(Scope.EVERYTHING, raised(1)).orElseThrow();
        assertThat(Proposal.of(incident, LINK.detector())).isEqualTo(Silence.Matcher.ALL.onPortal("1")
                .ofDetector(LINK.detector()).underPage("https://a.example/tin/1").planting("kubet.example"));
        assertThat(Proposal.of(incident, WORDS.detector()).words()).contains("tài xỉu đổi thưởng");
        see(1, "https://a.example/tin/2", GroupingTest.suspicious(LINK, WORDS));
        assertThat(Proposal.of(incidents.find(Scope.EVERYTHING, incident.id()).orElseThrow(),
                LINK.detector()).pagePrefix()).contains("https://a.example/tin/");
        see(1, "https://a.example/", GroupingTest.suspicious(LINK, WORDS));
        assertThat(Proposal.of(incidents.find(Scope.EVERYTHING, incident.id()).orElseThrow(),
                LINK.detector()).pagePrefix()).isEmpty();
    }

    @Test
    void aSilenceEndsAfterNinetyDaysAtMost() {
        Silences silences = installation.bean(Silences.class);
        Silence.Matcher matcher = Silence.Matcher.ALL.onPortal("1");
        Instant now = installation.time().instant();
        assertThat(silences.add(Scope.EVERYTHING, matcher, "x", now.plus(Duration.ofDays(91)), "an"))
                .isEmpty();
        assertThat(silences.add(Scope.EVERYTHING, matcher, "x", now.plus(Duration.ofDays(90)), "an"))
                .isPresent();
    }

    @Test
    void whatWasToldOfBeforehandWeighsLittleAndWhatWasPlantedAsEver() {
        PlannedChanges plans = installation.bean(PlannedChanges.class);
        Instant now = installation.time().instant();
        assertThat(plans.announce(Scope.EVERYTHING, 1, "https://khac.example/", now,
                now.plusSeconds(3600), "đổi giao diện", "cuc")).isEmpty();
        assertThat(plans.announce(Scope.EVERYTHING, 1, "", now, now.plus(Duration.ofDays(15)), "đổi", "cuc"))
                .isEmpty();
        assertThat(plans.announce(Scope.of(List.of(2L)), 1, "", now, now.plusSeconds(60), "đổi", "cuc"))
                .isEmpty();
        PlannedChange plan = plans
                .announce(Scope.EVERYTHING, 1, "https://s1.example/tin/", now, now.plusSeconds(3600), "đổi",
                        "cuc")
                .orElseThrow();
        Finding broken = GroupingTest.finding("template-break", Family.CHANGE, Severity.HIGH, "khung");

        assertThat(severity("https://s1.example/tin/1", GroupingTest.suspicious(broken)))
                .isEqualTo(Severity.LOW);
        assertThat(severity("https://s1.example/tin/1", GroupingTest.suspicious(broken, LINK)))
                .isEqualTo(Severity.HIGH);
        Finding replaced = GroupingTest.finding("replaced-page", Family.CHANGE, Severity.HIGH, "Trang mới");
        Finding deface = GroupingTest.finding("defacement-words", Family.DEFACEMENT, Severity.CRITICAL,
                "hacked by nobody");
        assertThat(replacedPage("https://s1.example/tin/2", replaced)).returns(Severity.LOW,
                Incident::severity).returns(Verdict.Level.SUSPICIOUS, Incident::level)
                .returns(Status.SUSPECTED, known -> known.standing().status());
        assertThat(replacedPage("https://s1.example/khac", replaced)).returns(Severity.HIGH,
                Incident::severity).returns(Verdict.Level.COMPROMISED, Incident::level);
        assertThat(replacedPage("https://s1.example/tin/3", replaced, deface)).returns(Severity.CRITICAL,
                Incident::severity).returns(Status.OPEN, known -> known.standing().status());
        assertThat(plans.ahead(Scope.of(List.of(1L)))).containsExactly(plan);
        assertThat(plans.end(Scope.of(List.of(2L)), plan.id(), "x")).isFalse();
        assertThat(plans.end(Scope.EVERYTHING, plan.id(), "cuc")).isTrue();
        assertThat(plans.ahead(Scope.EVERYTHING)).isEmpty();
    }

    /** As at a portal of its own: what else was seen there is closed. */
    private Incident replacedPage(String page, Finding... findings) {
        incidents.list(Scope.EVERYTHING, IncidentFilter.QUEUE, 50, 0).rows().forEach(open -> incidents
                .handle(Scope.EVERYTHING, open.id(), known -> Handling.close(known, Resolution.INDETERMINATE,
                        word())));
        return see(1, page, GroupingTest.compromised(0.99, findings)).getFirst().incident();
    }

    private Severity severity(String page, Verdict verdict) {
        return see(1, page, verdict).getFirst().incident().severity();
    }

    private long raised(long portal) {
        return see(portal, "https://a.example/tin/1", GroupingTest.suspicious(LINK, WORDS)).getFirst()
                .incident().id();
    }

    private List<IncidentEvent> see(long portal, String page, Verdict verdict) {
        return incidents.observe(new Sighting(Long.toString(portal), page, installation.time().instant(),
                verdict, true));
    }

    private Handling.Word word() {
        return new Handling.Word("an", installation.time().instant(), "vì thế");
    }
}
