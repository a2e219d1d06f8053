package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.IncidentEvent.Updated;
import vn.vonggac.incident.Silence.Matcher;
import vn.vonggac.incident.Suppression.Inhibited;
import vn.vonggac.incident.Suppression.Silenced;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTest {

    private static final Instant NOON = Instant.parse("2026-09-01T05:00:00Z");
    private static final Finding LOTTERY = GroupingTest.words("kết quả xổ số miền Bắc");
    private static final Finding PLANTED = GroupingTest.link("nhà cái uy tín", "vip.kubet.example");

    private final Grouping grouping = new Grouping(Rules.shipped());

    @Test
    void silencedFindingIsKeptAndStaysQuiet() {
        Incident incident = raised(silence(Matcher.ALL.quoting("xổ số miền bắc")), LOTTERY);

        assertThat(incident.standing().suppression()).contains(new Silenced(7));
    }

    @Test
    void everyPartOfAMatcherMustAgree() {
        Matcher matcher = Matcher.ALL.onPortal("so-y-te").underPage("https://so-y-te.example/tin/")
                .ofDetector("gambling-words").quoting("xổ số");

        assertThat(matcher.matches("so-y-te", "https://so-y-te.example/tin/1", LOTTERY)).isTrue();
        assertThat(matcher.matches("so-y", "https://so-y-te.example/tin/1", LOTTERY)).isFalse();
        assertThat(matcher.matches("so-y-te", "https://so-y-te.example/khac", LOTTERY)).isFalse();
        assertThat(matcher.matches("so-y-te", "https://so-y-te.example/tin/1", PLANTED)).isFalse();
        assertThat(Matcher.ALL.planting("kubet.example").matches("a", "b", LOTTERY)).isFalse();
    }

    @Test
    void whatTheSilenceDoesNotNameIsHeardBesideIt() {
        Silence silence = silence(Matcher.ALL.quoting("xổ số"));
        Incident quiet = raised(silence, LOTTERY).stored(1);
        IncidentEvent event = observe(List.of(quiet), silence, NOON.plusSeconds(60), LOTTERY, PLANTED)
                .getFirst();

        assertThat(event).isInstanceOfSatisfying(Updated.class,
                updated -> assertThat(updated.worse()).isTrue());
        assertThat(event.incident().standing().suppression()).isEmpty();
    }

    @Test
    void silenceThatRanOutIsHeardAgain() {
        Silence silence = silence(Matcher.ALL.quoting("xổ số"));
        Incident quiet = raised(silence, LOTTERY).stored(1);
        List<IncidentEvent> events = observe(List.of(quiet), silence, NOON.plus(Duration.ofDays(7)), LOTTERY);

        assertThat(events.getFirst().incident().standing().suppression()).isEmpty();
    }

    @Test
    void unreachablePortalKeepsItsCertificateQuiet() {
        Finding down = posture("unreachable");
        List<Incident> known = new ArrayList<>();
        observe(known, silence(Matcher.ALL.onPortal("none")), NOON, down)
                .forEach(event -> known.add(event.incident().stored(1)));
        List<IncidentEvent> events = observe(known, silence(Matcher.ALL.onPortal("none")),
                NOON.plusSeconds(300),
                down, posture("tls-trouble"));

        assertThat(events).filteredOn(event -> event.incident().kind() == Kind.CERTIFICATE).singleElement()
                .satisfies(event -> assertThat(event.incident().standing().suppression())
                        .contains(new Inhibited(Kind.UNREACHABLE)));
    }

    /** A portal that is back explains nothing any more, however long it takes until that is proved. */
    @Test
    void certificateOfAPortalThatIsReachedAgainIsHeard() {
        Silence none = silence(Matcher.ALL.onPortal("none"));
        Finding down = posture("unreachable");
        Finding certificate = posture("tls-trouble");
        List<Incident> known = new ArrayList<>();
        for (int minute = 0; minute < 4; minute++) {
            keep(known, observe(List.copyOf(known), none, NOON.plusSeconds(60L * minute), down));
        }
        keep(known, observe(List.copyOf(known), none, NOON.plusSeconds(300), certificate));
        assertThat(known).filteredOn(incident -> incident.kind() == Kind.UNREACHABLE).singleElement()
                .returns(Status.CONTAINED, incident -> incident.standing().status());
        assertThat(quiet(known, Kind.CERTIFICATE)).isTrue();
        keep(known, observe(List.copyOf(known), none, NOON.plusSeconds(600), certificate));

        assertThat(quiet(known, Kind.CERTIFICATE)).isFalse();
    }

    private static boolean quiet(List<Incident> known, Kind kind) {
        return known.stream().filter(incident -> incident.kind() == kind)
                .allMatch(incident -> incident.standing().suppression().isPresent());
    }

    private static void keep(List<Incident> known, List<IncidentEvent> events) {
        for (IncidentEvent event : events) {
            Incident incident = event.incident();
            known.removeIf(each -> each.id() == incident.id());
            known.add(incident.id() == Incident.UNSTORED
                    ? incident.stored(known.size() + 1L)
                    : incident);
        }
    }

    @Test
    void whatAPersonClosedAsFalseStaysQuietOnThatPageOnly() {
        Incident wrong = closed(raised(silence(Matcher.ALL.onPortal("none")), LOTTERY).stored(1));

        assertThat(
                observe(List.of(wrong), silence(Matcher.ALL.onPortal("none")), NOON.plusSeconds(99), LOTTERY))
                .isEmpty();
        assertThat(
                observe(List.of(wrong), silence(Matcher.ALL.onPortal("none")), NOON.plusSeconds(99), LOTTERY,
                        PLANTED))
                .singleElement().isInstanceOf(IncidentEvent.Raised.class);
    }

    private static Incident closed(Incident incident) {
        Handling.Outcome outcome = Handling.close(incident, Resolution.FALSE_POSITIVE,
                new Handling.Word("an", NOON, "trang xổ số của nhà nước"));
        return ((Handling.Outcome.Done) outcome).incident();
    }

    private Incident raised(Silence silence, Finding... findings) {
        return observe(List.of(), silence, NOON, findings).getFirst().incident();
    }

    private List<IncidentEvent> observe(List<Incident> known, Silence silence, Instant at,
            Finding... findings) {
        Verdict verdict = new Verdict(Verdict.Level.SUSPICIOUS, 0.6, List.of(findings), List.of());
        return grouping.observe(known, List.of(silence), new Sighting("so-y-te", "/", at, verdict, true));
    }

    private static Silence silence(Matcher matcher) {
        return new Silence(7, matcher, "an", "đã kiểm tra", NOON, NOON.plus(Duration.ofDays(1)));
    }

    private static Finding posture(String detector) {
        return GroupingTest.finding(detector, Family.POSTURE, Severity.LOW, "");
    }
}
