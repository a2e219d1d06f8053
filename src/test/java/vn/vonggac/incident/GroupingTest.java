package vn.vonggac.incident;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.IncidentEvent.Raised;
import vn.vonggac.incident.IncidentEvent.Unchanged;
import vn.vonggac.incident.IncidentEvent.Updated;
import vn.vonggac.page.Place;

import static org.assertj.core.api.Assertions.assertThat;

class GroupingTest {

    private static final Instant MORNING = Instant.parse("2026-09-01T01:14:27Z");
    private static final String PORTAL = "so-xay-dung";

    private final IncidentsInMemory incidents = new IncidentsInMemory(Rules.shipped());

    @Test
    void firstFlaggedVisitRaisesWithItsMinuteAsT0() {
        List<IncidentEvent> events = see("/", 0, suspicious(link("nhà cái uy tín", "kubet.example.com")));

        assertThat(events).singleElement().isInstanceOf(Raised.class);
        Incident incident = events.getFirst().incident();
        assertThat(incident.kind()).isEqualTo(Kind.PLANTED_CONTENT);
        assertThat(incident.timeline().t0()).isEqualTo("2026-09-01T01:14:00Z");
        assertThat(incident.standing().status()).isEqualTo(Status.SUSPECTED);
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void twelvePagesWithTheSamePlantedHostAreOneIncident() {
        for (int page = 0; page < 12; page++) {
            see("/tin/" + page, page * 3000,
                    suspicious(link("chữ " + page + " khác hẳn", "kubet.example.com")));
        }

        assertThat(incidents.all()).singleElement().satisfies(incident -> {
            assertThat(incident.pages()).hasSize(12);
            assertThat(incident.cause().domains()).containsExactly("example.com");
        });
    }

    @Test
    void whatCitizensMeetOnTheHomePageOrWhatIsOnTwentyPagesIsCritical() {
        Finding open = words("tài xỉu đổi thưởng");
        Finding hidden = finding("hidden-link", Family.PLACE, Severity.HIGH, "nhà cái");
        assertThat(raised(open, true)).isEqualTo(Severity.CRITICAL);
        assertThat(raised(open, false)).isEqualTo(Severity.HIGH);
        assertThat(raised(hidden, true)).isEqualTo(Severity.HIGH);
        assertThat(raised(new Finding("redirect", Family.REDIRECT, Severity.HIGH, 0.9, "phone",
                Place.NOWHERE, "x", "detector.hidden-link", List.of("1"), List.of()), true))
                .isEqualTo(Severity.HIGH);
        assertThat(raised(finding("tls-trouble", Family.POSTURE, Severity.HIGH, "EXPIRED"), true))
                .isEqualTo(Severity.HIGH);
        for (int page = 0; page < 20; page++) {
            assertThat(incidents.all()).noneMatch(incident -> incident.severity() == Severity.CRITICAL);
            see("/tin/" + page, page, suspicious(hidden));
        }
        assertThat(incidents.all()).singleElement().returns(Severity.CRITICAL, Incident::severity);
    }

    private static Severity raised(Finding finding, boolean home) {
        return new Grouping(Rules.shipped())
                .observe(List.of(), List.of(), new Sighting("1", "https://a.example/",
                        MORNING, suspicious(finding), true, List.of(), home))
                .getFirst().incident().severity();
    }

    @Test
    void sameWordsOnAnotherPageWeeksLaterAreTheSameIncident() {
        see("/a", 0, suspicious(words("Tài xỉu MD5 đổi thưởng!")));
        see("/b", 60 * 24 * 21, suspicious(words("tài xỉu  md5, đổi thưởng")));

        assertThat(incidents.all()).hasSize(1);
    }

    @Test
    void anotherHostWithinADayIsTheSameWaveAndLaterIsAnotherCause() {
        see("/a", 0, suspicious(link("nhà cái số một", "one.example")));
        see("/b", 60, suspicious(link("soi cầu bạch thủ", "two.example")));
        see("/c", 60 * 24 * 9, suspicious(link("vay tiền nhanh gấp", "three.example")));

        assertThat(incidents.all()).extracting(incident -> incident.cause().domains())
                .containsExactly(java.util.Set.of("one.example", "two.example"),
                        java.util.Set.of("three.example"));
    }

    @Test
    void pageThatShowsSomethingElseEachTimeStaysOneIncident() {
        see("/", 0, suspicious(link("nhà cái số một", "one.example")));
        see("/", 60 * 24 * 9, suspicious(link("soi cầu bạch thủ", "two.example")));

        assertThat(incidents.all()).hasSize(1);
    }

    @Test
    void defacementOfAnInfectedPortalIsRaisedOnItsOwn() {
        see("/", 0, suspicious(link("nhà cái số một", "one.example")));
        List<IncidentEvent> events = see("/", 60, compromised(0.9, link("nhà cái số một", "one.example"),
                finding("defacement-words", Family.DEFACEMENT, Severity.CRITICAL, "hacked by nobody")));

        assertThat(events).singleElement().isInstanceOf(Raised.class);
        assertThat(incidents.all()).extracting(Incident::kind).containsExactly(Kind.PLANTED_CONTENT,
                Kind.DEFACEMENT);
        assertThat(incidents.all().getFirst().standing().intermittent()).isFalse();
    }

    @Test
    void sameVisitAgainChangesNothingButTheTimes() {
        Verdict verdict = suspicious(words("nhà cái uy tín"));
        see("/", 0, verdict);

        assertThat(see("/", 5, verdict)).singleElement().isInstanceOf(Unchanged.class);
    }

    @Test
    void threeSightingsOpenItAndAnUnmistakableOneOpensItAtOnce() {
        Verdict verdict = suspicious(words("nhà cái uy tín"));
        see("/", 0, verdict);
        see("/", 1, verdict);
        assertThat(incidents.all().getFirst().standing().status()).isEqualTo(Status.SUSPECTED);
        see("/", 3, verdict);
        assertThat(incidents.all().getFirst().standing().status()).isEqualTo(Status.OPEN);

        List<IncidentEvent> events = incidents.observe("khac", "/", at(0), compromised(0.99,
                finding("defacement-words", Family.DEFACEMENT, Severity.CRITICAL, "hacked by nobody")));
        assertThat(events.getFirst().incident().standing().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void cleanRepeatMarksASuspectedIncidentIntermittentAndNeverClosesIt() {
        see("/", 0, suspicious(words("nhà cái uy tín")));
        List<IncidentEvent> events = see("/", 1, clean());

        assertThat(events).singleElement().isInstanceOf(Updated.class);
        assertThat(incidents.all().getFirst().standing())
                .returns(true, Standing::intermittent).returns(Status.SUSPECTED, Standing::status);
        assertThat(see("/", 2, clean())).singleElement().isInstanceOf(Unchanged.class);
    }

    @Test
    void visitThatCouldNotLookProvesNothing() {
        see("/", 0, suspicious(words("nhà cái uy tín")));

        assertThat(see("/", 1, new Verdict(Verdict.Level.INCOMPLETE, 0, List.of(), List.of("refused"))))
                .isEmpty();
    }

    @Test
    void worseVerdictIsToldAgain() {
        see("/", 0, suspicious(words("nhà cái uy tín")));
        List<IncidentEvent> events = see("/", 1, compromised(0.95, words("nhà cái uy tín"),
                link("nhà cái uy tín", "kubet.example.com")));

        assertThat(events).singleElement()
                .isInstanceOfSatisfying(Updated.class, updated -> assertThat(updated.worse()).isTrue());
        assertThat(incidents.all().getFirst().level()).isEqualTo(Verdict.Level.COMPROMISED);
    }

    @Test
    void postureRaisesItsOwnKindWhateverTheVerdictAndPassesWithIt() {
        Finding unreachable = finding("unreachable", Family.POSTURE, Severity.MEDIUM, "connection refused");
        see("/", 0, new Verdict(Verdict.Level.INCOMPLETE, 0, List.of(unreachable), List.of("unreachable")));
        assertThat(incidents.all()).singleElement().returns(Kind.UNREACHABLE, Incident::kind);

        see("/", 5, clean());
        assertThat(incidents.all()).singleElement().returns(false, Incident::active);
    }

    @Test
    void portalsAreKeptApart() {
        Verdict verdict = suspicious(link("nhà cái uy tín", "kubet.example.com"));
        see("/", 0, verdict);
        incidents.observe("so-y-te", "/", at(0), verdict);

        assertThat(incidents.all()).extracting(Incident::portal).containsExactly(PORTAL, "so-y-te");
    }

    private List<IncidentEvent> see(String page, int minutes, Verdict verdict) {
        return incidents.observe(PORTAL, page, at(minutes), verdict);
    }

    private static Instant at(int minutes) {
        return MORNING.plusSeconds(60L * minutes);
    }

    static Verdict suspicious(Finding... findings) {
        return new Verdict(Verdict.Level.SUSPICIOUS, 0.7, List.of(findings), List.of());
    }

    static Verdict compromised(double score, Finding... findings) {
        return new Verdict(Verdict.Level.COMPROMISED, score, List.of(findings), List.of());
    }

    static Verdict clean() {
        return new Verdict(Verdict.Level.CLEAN, 0, List.of(), List.of());
    }

    static Finding words(String quote) {
        return finding("gambling-words", Family.WORDS, Severity.HIGH, quote);
    }

    static Finding link(String quote, String host) {
        return finding("hidden-link", Family.LINK, Severity.HIGH, quote).naming(List.of(host));
    }

    static Finding finding(String detector, Family family, Severity severity, String quote) {
        return new Finding(detector, family, severity, 0.8, "citizen", Place.NOWHERE, quote,
                "finding." + detector, List.of(), List.of());
    }
}
