package vn.vonggac.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.Check.State;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks as their table keeps them; nothing here asks a server. */
@EachDatabase
class ChecksTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PLANTED = "<p>Tin tức</p><div style=\"display:none\">"
            + "<a href=\"https://new88.example/\">nhà cái uy tín, tải app tài xỉu đổi thưởng</a></div>";

    private final TestInstallation installation;
    private final Checks checks;
    private final CheckRuns runs;
    private final CheckRows rows;

    ChecksTest(TestInstallation installation) {
        this.installation = installation;
        this.checks = installation.bean(Checks.class);
        this.runs = installation.bean(CheckRuns.class);
        this.rows = installation.bean(CheckRows.class);
    }

    @Test
    void aDraftSaysWhatWouldBeFlaggedAndIsNotKept() {
        Check check = done(taken(checks.ask(person("an"), Asked.html(PLANTED))));

        assertThat(check.state()).isEqualTo(State.DONE);
        assertThat(check.verdict()).isEqualTo("compromised");
        CheckedPage page = result(check).pages().getFirst();
        assertThat(page.findings()).anySatisfy(finding -> {
            assertThat(finding.quote()).contains("nhà cái uy tín");
            assertThat(finding.place().line()).isEqualTo(1);
        });
        assertThat(page.views()).isEmpty();
        assertThat(given(check)).isEmpty();
        assertThat(check.steps()).extracting(CheckStep::kind).contains(CheckStep.Kind.READING,
                CheckStep.Kind.READ, CheckStep.Kind.DETECTING);
        assertThat(installation.bean(Audit.class).count(AuditFilter.EVERYTHING)).isEqualTo(1);
    }

    @Test
    void plainWordsAndAFileAreReadAsWhatTheyAre() {
        Check text = done(taken(checks.ask(person("an"), Asked.pasted("Thông báo họp giao ban", 1))));
        Check file = done(taken(checks.ask(person("an"), Asked.file("ban-nhap.html", PLANTED.getBytes()))));

        assertThat(text.kind()).isEqualTo(Check.Kind.TEXT);
        assertThat(text.verdict()).isEqualTo("clean");
        assertThat(file.verdict()).isEqualTo("compromised");
        assertThat(checks.of("an", 10, 0).rows()).extracting(Check::id).containsExactly(file.id(), text.id());
    }

    @Test
    void whatIsPastedIsAnAddressMarkupOrText() {
        assertThat(Asked.pasted(" so-xay-dung.example.gov.vn/tin ", 1).target())
                .isEqualTo("https://so-xay-dung.example.gov.vn/tin");
        assertThat(Asked.pasted("HTTP://a.vn", 5).pages()).isEqualTo(5);
        assertThat(Asked.pasted("ftp://a.gov.vn/tin", 1).kind()).isEqualTo(Check.Kind.URL);
        assertThat(Asked.pasted("a.gov.vn/ra?toi=http://b.vn/", 1).target())
                .isEqualTo("https://a.gov.vn/ra?toi=http://b.vn/");
        assertThat(Asked.pasted("Họp lúc 8.30 tại phòng A", 1).kind()).isEqualTo(Check.Kind.TEXT);
        assertThat(Asked.pasted("Xem <b>đây</b>: <a href=x>y</a>", 1).kind()).isEqualTo(Check.Kind.HTML);
    }

    @Test
    void nothingOrNoAddressIsRefusedAndNothingIsWritten() {
        assertRejected(checks.ask(person("an"), Asked.text("")), "text", "watch.problem.nothing");
        for (String bad : List.of("", "ftp://a.vn/", "javascript:alert(1)", "https://",
                "x".repeat(3000), "http://a@b.vn/", "a\u200bb.vn", "a\u202eb.vn")) {
            assertRejected(checks.ask(person("an"), Asked.page(bad)), "url", "watch.problem.address");
        }
        assertRejected(checks.ask(person("an"), Asked.site("https://a.vn/", 10_000)), "pages",
                "watch.problem.pages");
        assertThat(checks.of("an", 10, 0).total()).isZero();
    }

    @Test
    void anotherAgencysCheckIsNotThere() {
        long one = agency("A1");
        long other = agency("A2");
        Scope mine = Scope.of(List.of(one));
        Check check = done(taken(checks.ask(new Asker("an", "", mine), Asked.text("Thông báo"))));

        assertThat(checks.find("an", Scope.of(List.of()), check.id())).isPresent();
        assertThat(checks.find("binh", mine, check.id())).isPresent();
        assertThat(checks.find("chi", Scope.of(List.of(other)), check.id())).isEmpty();
        assertThat(checks.find("chi", Scope.of(List.of()), check.id())).isEmpty();
        assertThat(checks.result("chi", Scope.of(List.of(other)), check.id()).pages()).isEmpty();
        assertThat(checks.cancel("chi", Scope.of(List.of(other)), check.id())).isEmpty();
        assertThat(checks.find("dung", Scope.EVERYTHING, check.id())).isPresent();
    }

    @Test
    void aPersonATokenAndAHostHaveTheirShare() {
        CheckLimits limits = new CheckLimits(rows, limited(), installation.time());
        Asker an = person("an");
        Asker program = new Asker("an", "ci", Scope.EVERYTHING);
        waiting("an", "", "a.vn");
        waiting("an", "", "a.vn");

        assertThat(limits.exceeded(an, "")).contains(busy("watch.limited.unfinished"));
        rows.of("an", 10, 0).forEach(row -> rows.cancel(row.id(), installation.time().instant()));
        assertThat(limits.exceeded(an, "")).contains(new CheckAnswer.Limited("watch.limited.asker",
                Duration.ofHours(1).plusSeconds(1)));
        assertThat(limits.exceeded(program, "")).isEmpty();
        assertThat(limits.exceeded(program, "a.vn")).hasValueSatisfying(answer -> assertThat(answer)
                .isInstanceOfSatisfying(CheckAnswer.Limited.class,
                        limit -> assertThat(limit.messageKey()).isEqualTo("watch.limited.host")));
        installation.time().pass(Duration.ofMinutes(61));
        assertThat(limits.exceeded(an, "a.vn")).isEmpty();
        for (String who : List.of("b", "c", "d")) {
            waiting(who, "", "b.vn");
        }
        assertThat(limits.exceeded(an, "c.vn")).contains(busy("watch.limited.queue"));
        assertThat(checks.waiting("an", Scope.EVERYTHING)).isEqualTo(3);
    }

    @Test
    void oneThatWaitsIsCalledOffAndWhatWasHandedInIsGone() {
        CheckRow row = waiting("an", "", "");
        assertThat(checks.before("an", Scope.EVERYTHING, row.publicId())).isZero();
        assertThat(checks.cancel("an", Scope.EVERYTHING, row.publicId())).hasValueSatisfying(
                check -> assertThat(check.state()).isEqualTo(State.CANCELLED));
        runs.beat();
        assertThat(checks.find("an", Scope.EVERYTHING, row.publicId())).hasValueSatisfying(
                check -> assertThat(check.state()).isEqualTo(State.CANCELLED));
        assertThat(given(check(row))).isEmpty();
    }

    @Test
    void whatNobodyKeepsAliveIsBegunAgainAndAtLastGivenUp() {
        CheckRow row = waiting("an", "", "");
        rows.take(row.id(), "killed", installation.time().instant());
        runs.beat();
        assertThat(check(row).state()).isEqualTo(State.RUNNING);
        installation.time().pass(Duration.ofSeconds(16));
        runs.beat();

        Check check = done(check(row));
        assertThat(check.state()).isEqualTo(State.DONE);
        assertThat(check.steps().getFirst().kind()).isEqualTo(CheckStep.Kind.BEGUN_AGAIN);
        assertThat(rows.step(row.id(), "killed", "[]", installation.time().instant())).isZero();

        CheckRow hopeless = waiting("an", "", "");
        for (int attempt = 0; attempt < 3; attempt++) {
            rows.take(hopeless.id(), "killed" + attempt, installation.time().instant());
            installation.time().pass(Duration.ofSeconds(16));
            rows.beginAgain(installation.time().instant().minusSeconds(15), 3);
        }
        runs.beat();
        assertThat(check(hopeless).state()).isEqualTo(State.FAILED);
        assertThat(given(check(hopeless))).isEmpty();
    }

    @Test
    void aResultIsLetGoAndLaterForgotten() {
        Check check = done(taken(checks.ask(person("an"), Asked.text("Thông báo"))));
        installation.time().pass(Duration.ofDays(31));
        runs.beat();
        assertThat(find(check)).hasValueSatisfying(old -> {
            assertThat(old.state()).isEqualTo(State.EXPIRED);
            assertThat(old.verdict()).isEqualTo("clean");
            assertThat(old.steps()).isEmpty();
        });
        assertThat(result(check).pages()).isEmpty();
        installation.time().pass(Duration.ofDays(31));
        runs.beat();
        assertThat(find(check)).isEmpty();
    }

    private static CheckConfig limited() {
        return new CheckConfig(1, 3, 2, 2, 5, 2, 30, MINUTE, MINUTE, MINUTE, 3);
    }

    private static CheckAnswer busy(String key) {
        return new CheckAnswer.Limited(key, Duration.ofSeconds(10));
    }

    private CheckRow waiting(String who, String token, String host) {
        CheckRow row = rows.save(new CheckRow(0, PublicIds.fresh(), who, token, null, null, Check.Kind.TEXT,
                "", host, 1, "", State.QUEUED, "[]", "", 0, "", 0,
                installation.time().instant(), installation.time().instant(), null,
                installation.time().instant().plus(MINUTE)));
        installation.bean(CheckParts.class).add(row.id(), CheckParts.GIVEN, "VGjDtG5nIGLDoW8=");
        return row;
    }

    private long agency(String code) {
        Outcome<Agency> saved = installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft(code, code, "", "", "", "", "", "", "", "", ""), "test");
        return ((Outcome.Saved<Agency>) saved).value().id();
    }

    private static Asker person(String who) {
        return Asker.person(who, Scope.EVERYTHING);
    }

    private static Check taken(CheckAnswer answer) {
        assertThat(answer).isInstanceOf(CheckAnswer.Taken.class);
        return ((CheckAnswer.Taken) answer).check();
    }

    private static void assertRejected(CheckAnswer answer, String field, String key) {
        assertThat(answer).isInstanceOfSatisfying(CheckAnswer.Rejected.class,
                rejected -> assertThat(rejected.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.messageKey()).isEqualTo(key);
                }));
    }

    private Check done(Check check) {
        within(MINUTE, () -> !find(check).orElseThrow().underWay());
        return find(check).orElseThrow();
    }

    private Optional<Check> find(Check check) {
        return checks.find(check.asker(), Scope.EVERYTHING, check.id());
    }

    private Check check(CheckRow row) {
        return checks.find(row.asker(), Scope.EVERYTHING, row.publicId()).orElseThrow();
    }

    private CheckResult result(Check check) {
        return checks.result(check.asker(), Scope.EVERYTHING, check.id());
    }

    private Optional<String> given(Check check) {
        return rows.find(check.id(), "", true, Scope.EVERYTHING.ids())
                .flatMap(row -> installation.bean(CheckParts.class).find(row.id(), CheckParts.GIVEN));
    }

    static void within(Duration most, BooleanSupplier reached) {
        long end = System.nanoTime() + most.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("reached within " + most).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
