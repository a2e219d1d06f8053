package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** What was joined is taken apart, and stays apart. */
@EachDatabase
class SplittingTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final Finding LINK = GroupingTest.link("nhà cái uy tín", "vip.kubet.example");
    private static final Finding WORDS = GroupingTest.words("tài xỉu đổi thưởng");
    private static final Verdict BOTH = GroupingTest.suspicious(LINK, WORDS);

    private final Incidents incidents;
    private final Queue queue;
    private final TestInstallation installation;

    SplittingTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
        this.queue = installation.bean(Queue.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    @Test
    void aPageBecomesAnIncidentOfItsOwnAndItsNextVisitFindsItThere() {
        long id = raised();
        see("https://a.example/hai", 1, BOTH);

        Incident off = incidents.splitPages(Scope.EVERYTHING, id, Set.of("https://a.example/hai"), word())
                .orElseThrow();

        assertThat(kept(id).pages().keySet()).containsExactly("https://a.example/mot");
        assertThat(kept(off.id()).pages().keySet()).containsExactly("https://a.example/hai");
        assertThat(kept(off.id()).evidence()).hasSize(2);
        assertThat(kept(off.id()).cause().domains()).containsExactly("kubet.example");
        assertThat(incidents.log(Scope.EVERYTHING, id).getLast()).returns(Step.Deed.SPLIT, Step::deed)
                .returns("#" + off.id() + ": khác nhau", Step::note);
        assertThat(see("https://a.example/hai", 2, BOTH)).singleElement()
                .returns(off.id(), event -> event.incident().id());
        assertThat(see("https://a.example/mot", 3, BOTH)).singleElement()
                .returns(id, event -> event.incident().id());
    }

    @Test
    void whatTheLawAsksOfOneItAsksOfBothHalves() {
        long id = raised();
        see("https://a.example/hai", 1, BOTH);
        incidents.handle(Scope.EVERYTHING, id,
                incident -> Handling.gravity(incident, Gravity.NATIONAL, word()));

        Incident off = incidents.splitPages(Scope.EVERYTHING, id, Set.of("https://a.example/hai"), word())
                .orElseThrow();

        assertThat(kept(off.id()).standing().gravity()).isEqualTo(Gravity.NATIONAL);
        assertThat(incidents.clocks(Scope.EVERYTHING, off.id())).extracting(reading -> reading.clock().id())
                .contains("notice-at-once", "first-notice");
    }

    @Test
    void whatADetectorFoundGoesAndIsTakenByTheNewOneAlone() {
        long id = raised();
        Incident off = incidents.splitDetector(Scope.EVERYTHING, id, WORDS.detector(), word()).orElseThrow();

        assertThat(kept(id).findings()).extracting(Finding::detector).containsExactly(LINK.detector());
        assertThat(kept(off.id()).findings()).extracting(Finding::detector)
                .containsExactly(WORDS.detector());
        assertThat(see("https://a.example/mot", 1, BOTH)).extracting(event -> event.incident().id())
                .containsExactlyInAnyOrder(id, off.id());
        incidents.handle(Scope.EVERYTHING, off.id(),
                incident -> Handling.close(incident, Resolution.FALSE_POSITIVE, word()));
        assertThat(see("https://a.example/mot", 2, BOTH)).extracting(event -> event.incident().id())
                .containsExactly(id);
        assertThat(kept(id).findings()).extracting(Finding::detector).containsExactly(LINK.detector());
    }

    @Test
    void aPartThatWasClosedOnADirtyPageIsReopenedItselfNotJoinedToTheOther() {
        long id = raised();
        see("https://a.example/hai", 1, BOTH);
        long page = incidents.splitPages(Scope.EVERYTHING, id, Set.of("https://a.example/hai"), word())
                .orElseThrow().id();
        long words = incidents.splitDetector(Scope.EVERYTHING, id, WORDS.detector(), word()).orElseThrow()
                .id();
        List.of(page, words).forEach(part -> incidents.handle(Scope.EVERYTHING, part,
                incident -> Handling.closeUnproved(incident, word())));

        assertThat(see("https://a.example/hai", 2, BOTH)).singleElement().satisfies(event -> {
            assertThat(event.incident().id()).isEqualTo(page);
            assertThat(event.steps().getFirst().deed()).isEqualTo(Step.Deed.CAME_BACK);
        });
        assertThat(kept(id).pages()).containsOnlyKeys("https://a.example/mot");
        assertThat(see("https://a.example/mot", 3, BOTH)).extracting(event -> event.incident().id())
                .containsExactlyInAnyOrder(id, words);
        assertThat(see("https://a.example/ba", 4, BOTH)).singleElement()
                .isInstanceOf(IncidentEvent.Updated.class);
    }

    @Test
    void whatIsLeftComesCleanWithoutTheOther() {
        long id = raised();
        long off = incidents.splitDetector(Scope.EVERYTHING, id, WORDS.detector(), word()).orElseThrow().id();
        see("https://a.example/mot", 1, GroupingTest.suspicious(LINK));

        assertThat(kept(off).pages().get("https://a.example/mot").dirty()).isFalse();
        assertThat(kept(id).pages().get("https://a.example/mot").dirty()).isTrue();
    }

    @Test
    void nothingIsSplitIntoNothing() {
        long id = raised();
        assertThat(incidents.splitPages(Scope.EVERYTHING, id, Set.of("https://a.example/mot"), word()))
                .isEmpty();
        assertThat(incidents.splitPages(Scope.EVERYTHING, id, Set.of("https://khac.example/"), word()))
                .isEmpty();
        assertThat(incidents.splitDetector(Scope.EVERYTHING, id, "unreachable", word())).isEmpty();
        assertThat(incidents.splitDetector(Scope.of(List.of(2L)), id, WORDS.detector(), word())).isEmpty();
    }

    @Test
    void anOutlineSaysWhatTheWholeIncidentSays() {
        long id = raised();
        Outline outline = queue.find(Scope.EVERYTHING, id, "an").orElseThrow();

        assertThat(outline).returns("Cổng S1", Outline::named).returns(List.of("kubet.example"),
                Outline::domains).returns(1, Outline::pages).returns(2, Outline::findings)
                .returns(true, Outline::unread).returns(Severity.HIGH, Outline::severity);
        assertThat(outline.next().orElseThrow().due()).isEqualTo(START.plus(Duration.ofHours(72)));
        assertThat(queue.find(Scope.of(List.of(2L)), id, "an")).isEmpty();
    }

    @Test
    void anIncidentIsReadUntilItSaysSomethingNew() {
        long id = raised();
        installation.time().pass(Duration.ofMinutes(5));
        queue.read(Scope.EVERYTHING, id, "an");
        queue.read(Scope.EVERYTHING, id, "an");
        assertThat(unread("an")).isZero();
        assertThat(unread("binh")).isEqualTo(1);
        see("https://a.example/hai", 60 * 24 * 365, BOTH);
        assertThat(unread("an")).isEqualTo(1);
    }

    @Test
    void anotherPortalThatPlantsTheSameIsRelated() {
        long id = raised();
        long other = incidents.observe(new Sighting("2", "https://b.example/", START, BOTH, true)).getFirst()
                .incident().id();
        assertThat(queue.related(Scope.EVERYTHING, id, "an")).extracting(Outline::id).containsExactly(other);
        assertThat(queue.related(Scope.of(List.of(1L)), id, "an")).isEmpty();
        assertThat(queue.worst(Scope.EVERYTHING)).containsOnlyKeys(1L, 2L);
    }

    private long unread(String reader) {
        return queue.count(Scope.EVERYTHING, IncidentFilter.QUEUE.unreadBy(reader));
    }

    private Incident kept(long id) {
        return incidents.find(Scope.EVERYTHING, id).orElseThrow();
    }

    private long raised() {
        return see("https://a.example/mot", 0, BOTH).getFirst().incident().id();
    }

    private List<IncidentEvent> see(String page, int minutes, Verdict verdict) {
        return incidents
                .observe(new Sighting("1", page, START.plus(Duration.ofMinutes(minutes)), verdict, true));
    }

    private static Handling.Word word() {
        return new Handling.Word("an", START.plusSeconds(60), "khác nhau");
    }
}
