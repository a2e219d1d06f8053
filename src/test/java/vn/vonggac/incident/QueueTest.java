package vn.vonggac.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** What a list tells of an incident, and what it is narrowed by. */
@EachDatabase
class QueueTest {

    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
    private static final List<String> HOSTS = List.of("kubet.example", "new88.example", "jun88.example");

    private final Incidents incidents;
    private final Queue queue;
    private final TestInstallation installation;

    QueueTest(TestInstallation installation) {
        this.installation = installation;
        this.incidents = installation.bean(Incidents.class);
        this.queue = installation.bean(Queue.class);
    }

    @BeforeEach
    void twoPortals() {
        TestPortals.add(installation);
    }

    private static Finding hidden(String view, int links) {
        return new Finding("hidden-link", Family.PLACE, Severity.HIGH, 0.95, view, Place.NOWHERE,
                "nhà cái uy tín", "detector.hidden-link", List.of(Integer.toString(links), "…"), HOSTS);
    }

    private static Finding gambling(String view) {
        return new Finding("gambling-words", Family.WORDS, Severity.HIGH, 0.95, view, Place.NOWHERE,
                "tài xỉu đổi thưởng", "detector.gambling-words", List.of("tài xỉu"), List.of());
    }

    private long see(int portal, String page, int minute, Finding... findings) {
        return incidents.observe(new Sighting(Integer.toString(portal), page,
                START.plus(Duration.ofMinutes(minute)),
                new Verdict(Verdict.Level.COMPROMISED, 0.99, List.of(findings), List.of()), true)).getFirst()
                .incident().id();
    }

    private String headline(long id, Messages messages) {
        return queue.find(Scope.EVERYTHING, id, "an").orElseThrow().headline(messages, "sotttt", "kubet");
    }

    @Test
    void hiddenLinksAreCountedPageByPageAndSaidToLeadToGamblingWhereThatIsKnown() {
        long id = 0;
        for (int page = 0; page < 12; page++) {
            id = see(1, "https://s1.example/tin/" + page, page, hidden("search-engine", 4));
        }
        assertThat(headline(id, Messages.VIETNAMESE))
                .isEqualTo("12 trang của sotttt chứa 48 liên kết ẩn tới 3 tên miền lạ (kubet…)");

        see(1, "https://s1.example/tin/1", 20, hidden("search-engine", 4), gambling("search-engine"));
        assertThat(headline(id, Messages.VIETNAMESE))
                .isEqualTo("12 trang của sotttt chứa 48 liên kết ẩn tới 3 tên miền cờ bạc (kubet…)");
        assertThat(headline(id, Messages.ENGLISH))
                .isEqualTo("12 pages of sotttt contain 48 hidden links to 3 gambling domains (kubet…)");
    }

    @Test
    void ofAPageTheMostThatOneLookSawIsCounted() {
        long id = see(1, "https://s1.example/", 0, hidden("search-engine", 4), hidden("phone", 6));
        assertThat(headline(id, Messages.VIETNAMESE)).contains("chứa 6 liên kết ẩn");
        see(1, "https://s1.example/", 1, hidden("phone", 9));
        assertThat(headline(id, Messages.VIETNAMESE)).contains("chứa 9 liên kết ẩn");
        see(1, "https://s1.example/", 2, hidden("phone", 3));
        assertThat(headline(id, Messages.VIETNAMESE)).contains("chứa 9 liên kết ẩn");
    }

    @Test
    void whereThereIsMoreEvidenceThanIsKeptItIsAtLeastSoManyAndNoneWhereNothingIsHidden() {
        List<Finding> many = new ArrayList<>();
        for (int i = 1; i <= Evidence.MOST; i++) {
            many.add(hidden("citizen", i));
        }
        assertThat(headline(see(1, "https://s1.example/", 0, many.toArray(Finding[]::new)),
                Messages.VIETNAMESE)).contains("chứa ít nhất 200 liên kết ẩn");
        assertThat(headline(see(2, "https://s2.example/", 0, gambling("citizen")), Messages.VIETNAMESE))
                .contains("bị cài nội dung").doesNotContain("liên kết ẩn");
    }

    @Test
    void whatOnlySomeAreShownIsFoundByWhoTheyAre() {
        long cloaked = see(1, "https://s1.example/", 0, hidden("search-engine", 4));
        see(2, "https://s2.example/", 0, hidden("search-engine", 4), hidden("citizen", 4));

        assertThat(ids(IncidentFilter.QUEUE.seenBy("search-engine"))).containsExactly(cloaked);
        assertThat(ids(IncidentFilter.QUEUE.seenBy(IncidentFilter.SOME))).containsExactly(cloaked);
        assertThat(ids(IncidentFilter.QUEUE.seenBy("phone"))).isEmpty();
        assertThat(ids(IncidentFilter.QUEUE)).hasSize(2);
        assertThat(incidents.find(Scope.EVERYTHING, cloaked).orElseThrow().onlyFor())
                .containsExactly("search-engine");
        see(1, "https://s1.example/khac", 1, hidden("citizen", 4));
        assertThat(ids(IncidentFilter.QUEUE.seenBy(IncidentFilter.SOME))).isEmpty();
    }

    @Test
    void amongEquallyGraveOnesTheClockThatRunsOutFirstComesFirst() {
        long newer = see(1, "https://s1.example/", 60, gambling("citizen"));
        long older = see(2, "https://s2.example/", 0, gambling("citizen"));
        assertThat(ids(IncidentFilter.QUEUE)).containsExactly(older, newer);

        handle(older, incident -> Handling.reported(incident, "report", word()));
        assertThat(ids(IncidentFilter.QUEUE)).containsExactly(newer, older);

        handle(older, incident -> Handling.gravity(incident, Gravity.SERIOUS, word()));
        handle(newer, incident -> Handling.gravity(incident, Gravity.SERIOUS, word()));
        assertThat(ids(IncidentFilter.QUEUE)).containsExactly(older, newer);
        queue.workOutDue();
        assertThat(ids(IncidentFilter.QUEUE)).containsExactly(older, newer);
    }

    private void handle(long id, Function<Incident, Handling.Outcome> act) {
        assertThat(incidents.handle(Scope.EVERYTHING, id, act)).isPresent();
    }

    private static Handling.Word word() {
        return new Handling.Word("an", START, "theo văn bản");
    }

    private List<Long> ids(IncidentFilter filter) {
        assertThat(queue.count(Scope.EVERYTHING, filter))
                .isEqualTo(queue.list(Scope.EVERYTHING, filter, "an", 50, 0).total());
        return queue.list(Scope.EVERYTHING, filter, "an", 50, 0).rows().stream().map(Outline::id).toList();
    }
}
