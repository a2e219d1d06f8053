package vn.vonggac.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vonggac.account.Accounts;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.AuditFilter;
import vn.vonggac.corpus.BadQuery;
import vn.vonggac.corpus.SavedHunts;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.CampaignJoining;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.notify.ChannelDraft;
import vn.vonggac.notify.Channels;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads every form as a browser would, fills it well, then spoils one field at a time. What is spoilt is answered
 * with the form as it was typed and a sentence beside the field, and nothing is written: every writing leaves a line
 * in the audit trail, and there is none.
 */
class BadInputTest {

    private static final List<String> PAGES = List.of("/agencies/new", "/agencies/2", "/portals/new",
            "/portals/3/edit", "/portals/3", "/portals", "/hostings/new", "/hostings/1", "/windows/new",
            "/windows/1",
            "/people/new", "/people/2", "/check", "/import", "/channels/new?kind=mail",
            "/channels/new?kind=webhook", "/channels/new?kind=template", "/channels/new?kind=chat",
            "/channels/new?kind=rooms", "/channels/new?kind=telegram", "/channels/new?kind=syslog",
            "/channels/1", "/account/tokens/new",
            "/account/tokens/new-display", "/planned", "/silences", "/signatures/new", "/incidents/new",
            "/incidents/1/notice/agency");

    /** Pages with forms of an act or two, which share one place to say what is wrong. */
    private static final List<String> ACTS = List.of("/incidents/1", "/incidents",
            "/incidents?severity=high", "/hunts", "/campaigns/1", "/search?q=c%E1%BB%95ng",
            "/search/hunt?q=c%E1%BB%95ng");
    /** Forms that stand on a page once something was crawled. */
    private static final List<Reader.WebForm> CRAWLED = List.of(
            new Reader.WebForm("/portals/3", "/portals/3/components", false, List.of(),
                    Map.of("host", "tin.xa3.binhminh.example")),
            new Reader.WebForm("/signatures", "/signatures/misses/remove", false, List.of(),
                    Map.of("signature", "adult-vi-film", "words", "Vở kịch của trường")),
            new Reader.WebForm("/search/hunt?q=tin", "/search/hunt?q=tin", false, List.of(),
                    Map.of("q", "tin", "portal", "3")));

    /** The ways in, which have tests of their own below and in SessionAttackTest, and the way out. */
    private static final Set<String> ELSEWHERE = Set.of("/setup", "/sign-in", "/join", "/factor",
            "/factor/enrol", "/wallboard/open", "/account/password", "/account/sign-out-everywhere",
            "/people/{id}/link");
    private static final Map<String, String> GOOD = Map.ofEntries(Map.entry("name", "Tên mới"),
            Map.entry("code", "H99"), Map.entry("home", "https://moi.binhminh.example/"),
            Map.entry("agency", "H23"), Map.entry("reason", "nâng cấp"),
            Map.entry("until", "2100-01-01T00:00"),
            Map.entry("from", "2026-04-29T00:00"), Map.entry("to", "2026-05-02T00:00"),
            Map.entry("factor", "2"),
            Map.entry("fullName", "Lê Văn Chi"), Map.entry("signInName", "chi.le"),
            Map.entry("portal", "3"), Map.entry("page", "https://xa3.binhminh.example/tin"),
            Map.entry("source", "NCSC"), Map.entry("kind", "defacement"),
            Map.entry("sender", "gac@binhminh.example"),
            Map.entry("recipients", "truc@binhminh.example"),
            Map.entry("address", "https://tin.binhminh.example/gui"),
            Map.entry("rights", "read"), Map.entry("id", "nha-cai-moi"),
            Map.entry("query", "\"nhà cái mới\""),
            Map.entry("hits", "nhà cái mới\nnhà cái mới uy tín\nvào nhà cái mới"),
            Map.entry("misses", "nhà mới\ncái mới\nnhà, cái mới"), Map.entry("note", "đã xem"),
            Map.entry("what", "Thông báo họp"), Map.entry("tag", ""),
            Map.entry("text", "name;home;agency\nCổng mới;https://bang.binhminh.example/;H23"));
    /** Channels that ask for a server instead of an address in full. */
    private static final Set<String> SERVED = Set.of("/channels/new?kind=mail", "/channels/new?kind=syslog");
    private static final Map<String, String> SERVER = Map.of("address", "mail.binhminh.example:587");
    private static final String SCRIPT = "\"><script>alert(1)</script>";
    private static final String SQL = "'; DROP TABLE portal; --";

    private static final int ONE_OF = 3;

    private static RunningDesk desk;
    private static Reader reader;
    private static int turn;

    @BeforeAll
    static void start() {
        desk = new RunningDesk();
        desk.staff();
        desk.furnish();
        channels();
        plant(3);
        plant(6);
        savedHunt();
        CampaignJoining joining = desk.bean(CampaignJoining.class);
        while (joining.step() > 0) {
            // until both are in a campaign
        }
        reader = new Reader(desk.address(), desk.cookie());
    }

    private static void channels() {
        assertThat(desk.bean(Channels.class).add(Scope.EVERYTHING,
                new ChannelDraft("mail", "Thư cho trực ban",
                        "", "low", "vi", "mail.binhminh.example:587", "starttls", "", "",
                        "gac@binhminh.example",
                        "truc@binhminh.example", "", "", "", "", "", "", ""),
                "an")).isInstanceOf(Outcome.Saved.class);
    }

    private static void plant(int portal) {
        Finding link = new Finding("hidden-link", Family.LINK, Severity.HIGH, 0.97, "citizen", Place.NOWHERE,
                "nhà cái uy tín", "detector.hidden-link", List.of("1"), List.of("new88.example"));
        desk.bean(Incidents.class).observe(new Sighting(Integer.toString(portal),
                "https://xa" + portal + ".binhminh.example/tin", desk.now(),
                new Verdict(Verdict.Level.COMPROMISED, 0.98, List.of(link), List.of()), true, List.of()));
    }

    private static void savedHunt() {
        try {
            desk.bean(SavedHunts.class).save("an", "cổng");
        } catch (BadQuery e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> everySpoiltFieldIsNamedAndNothingIsWritten() {
        return fields((form, field) -> some(spoils(field)).map(spoil -> DynamicTest.dynamicTest(
                form.page() + " " + field.name() + " " + spoil, () -> isNamed(form, field, spoil))));
    }

    /** Some of the ways for one field and others for the next, so that over the fields all of them come. */
    private static <T> Stream<T> some(List<T> ways) {
        int first = turn++;
        return IntStream.range(0, (ways.size() + ONE_OF - 1) / ONE_OF)
                .mapToObj(at -> ways.get((first + at * ONE_OF) % ways.size()));
    }

    /** What a form of one act carries, seen and unseen, spoilt: said in words or not there, or done as plain text. */
    @TestFactory
    Stream<DynamicTest> aSpoiltActIsSaidOrStaysText() {
        return acts().map(form -> form.filled(GOOD))
                .flatMap(form -> form.values().keySet().stream()
                        .flatMap(field -> Arrays.stream(Spoil.values()).map(spoil -> DynamicTest.dynamicTest(
                                form.page() + " " + form.value("act") + " " + field + " " + spoil,
                                () -> isSaid(form, field, spoil)))));
    }

    private static Stream<Reader.WebForm> acts() {
        return Stream.concat(CRAWLED.stream(), ACTS.stream().flatMap(path -> reader.forms(path).stream()));
    }

    private static void isSaid(Reader.WebForm form, String field, Spoil spoil) {
        long before = lines();
        Reader.Answer answer = reader.post(form, field, spoil);
        assertThat(answer.status()).as(answer.text()).isIn(200, 303, 404, 422);
        if (answer.status() == 422) {
            assertThat(answer.page().select(".invalid-feedback, [role=alert]").text()).isNotBlank();
        }
        if (answer.status() != 303) {
            assertThat(lines()).isEqualTo(before);
        }
        if (spoil == Spoil.ENCODING) {
            assertThat(answer.status()).isIn(404, 422);
        }
    }

    /** So that no form is forgotten: what reads a body is sent one here, but for what other tests send to. */
    @Test
    void everyRouteThatReadsAFormIsTried() {
        Set<String> tried = Stream
                .concat(acts(), PAGES.stream().flatMap(path -> reader.forms(path).stream()))
                .map(form -> form.action().replaceAll("\\?.*", "").replaceAll("\\d+", "{id}")
                        .replace("/notice/agency", "/notice/{role}"))
                .collect(Collectors.toSet());
        assertThat(desk.bean(Router.class).uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .filter(route -> route.getTargetMethod().getDeclaringType().getPackageName()
                        .equals("vn.vonggac.web"))
                .filter(route -> Arrays.stream(route.getTargetMethod().getArguments())
                        .anyMatch(argument -> argument.isAnnotationPresent(Body.class)))
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> !ELSEWHERE.contains(path))).isSubsetOf(tried);
    }

    @TestFactory
    Stream<DynamicTest> scriptAndSqlStayText() {
        return fields((form, field) -> some(List.of(SCRIPT, SQL)).map(text -> DynamicTest
                .dynamicTest(form.page() + " " + field.name() + " " + text,
                        () -> staysText(form, field, text))));
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfElevenMegabytesIsRefused() {
        return forms().map(form -> DynamicTest.dynamicTest(form.page() + " " + form.action(), () -> {
            long before = lines();
            int status = reader.flood(form);
            assertThat(status).isIn(413, Reader.CUT_OFF);
            assertThat(lines()).isEqualTo(before);
        }));
    }

    /** The ways in: before anybody is signed in, on a desk where nobody is yet, and on this one. */
    @TestFactory
    Stream<DynamicTest> theWaysInNameWhatIsWrongAndLetNobodyIn() {
        RunningDesk fresh = new RunningDesk();
        Reader stranger = new Reader(desk.address(), "");
        return Stream.concat(entrances(new Reader(fresh.address(), ""), "/setup", fresh),
                entrances(stranger, "/sign-in", desk)).onClose(fresh::close);
    }

    private static Stream<DynamicTest> entrances(Reader stranger, String path, RunningDesk at) {
        return stranger.forms(path).stream().map(form -> form.filled(GOOD)).flatMap(form -> form.fields()
                .stream()
                .flatMap(field -> Stream.of(Spoil.MISSING, Spoil.LONG, Spoil.ENCODING, Spoil.RIGHT_TO_LEFT,
                        Spoil.TWICE).map(
                                spoil -> DynamicTest.dynamicTest(
                                        path + " " + field.name() + " " + spoil,
                                        () -> letsNobodyIn(stranger, form, field, spoil, at)))));
    }

    private static void letsNobodyIn(Reader stranger, Reader.WebForm form, Reader.Field field, Spoil spoil,
            RunningDesk at) {
        boolean nobodyYet = at.bean(Accounts.class).nobodyYet();
        Reader.Answer answer = stranger.post(form, field.name(), spoil);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.page().select(".invalid-feedback, [id$=-problem]").text()).isNotBlank();
        assertThat(at.bean(Accounts.class).nobodyYet()).isEqualTo(nobodyYet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agencies/99", "/portals/99", "/portals/99/edit", "/windows/99", "/hostings/99",
            "/portals/x", "/nothing", "/portals/99999999999999999999"})
    void whatIsNotThereIsSaidWithAReference(String path) {
        Reader.Answer answer = reader.get(path);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.page().select("main code").text()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(answer.page().select("main a[href=/]")).isNotEmpty();
    }

    @Test
    void aTableIsTriedThenWrittenOrRefusedWithItsLines() {
        Reader.WebForm form = reader.forms("/import").getFirst();
        String good = "name;home;agency\nCổng mới;https://bang.binhminh.example/;H23\n";
        Reader.Answer tried = reader.post(form, "text", good);
        assertThat(tried.page().select("button[value=write]").text()).contains("1");
        Reader.Answer bad = reader.post(form, "text", good + "Cổng sai;ftp://x;H77\n");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.page().select("table").text()).contains("3", "home", "agency");
        assertThat(reader.get("/import/portals.csv").text()).contains("xa1.binhminh.example")
                .doesNotContain("bang.binhminh.example");
    }

    private interface OfField {

        Stream<DynamicTest> tests(Reader.WebForm form, Reader.Field field);
    }

    private static Stream<DynamicTest> fields(OfField tests) {
        return forms().flatMap(form -> form.fields().stream().flatMap(field -> tests.tests(form, field)));
    }

    private static Stream<Reader.WebForm> forms() {
        return PAGES.stream().flatMap(path -> reader.forms(path).stream())
                .filter(form -> !form.fields().isEmpty())
                .map(form -> form.filled(SERVED.contains(form.page()) ? SERVER : Map.of()).filled(GOOD));
    }

    /** The ways in which what stands in this field is wrong, as the body carries them. */
    private static List<Spoil> spoils(Reader.Field field) {
        List<Spoil> spoils = new ArrayList<>(List.of(Spoil.ENCODING));
        if (Set.of("what", "text").contains(field.name())) {
            return List.of(Spoil.ENCODING, Spoil.TWICE, Spoil.MISSING);
        }
        spoils.addAll(List.of(Spoil.LONG, Spoil.RIGHT_TO_LEFT, Spoil.ZERO_WIDTH, Spoil.NUL));
        if (!field.name().equals("portal")) {
            spoils.add(Spoil.TWICE);
        }
        if (field.required()) {
            spoils.add(Spoil.MISSING);
        }
        if (field.isTyped()) {
            spoils.add(Spoil.WRONG_TYPE);
        }
        return spoils;
    }

    private static void isNamed(Reader.WebForm form, Reader.Field field, Spoil spoil) {
        long before = lines();
        Reader.Answer answer = reader.post(form, field.name(), spoil);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        Document page = answer.page();
        assertThat(page.select("#" + field.name() + "-problem").text()).as(page.select("main").text())
                .isNotBlank();
        assertThat(lines()).isEqualTo(before);
        form.fields().stream().filter(other -> !other.name().equals(field.name()) && !other.isSecret())
                .forEach(other -> assertThat(Reader.value(page, form.action(), other.name())).as(other.name())
                        .isEqualTo(form.value(other.name())));
    }

    private static void staysText(Reader.WebForm form, Reader.Field field, String text) {
        Reader.WebForm fresh = reader.forms(form.page()).stream()
                .filter(other -> other.action().equals(form.action())).findFirst().orElse(form)
                .filled(GOOD);
        Reader.Answer answer = reader.post(fresh, field.name(), text);
        assertThat(answer.status()).isIn(200, 303, 422);
        assertThat(answer.text()).doesNotContain("<script>alert");
        if (answer.status() == 303) {
            assertThat(reader.get(answer.location()).text()).doesNotContain("<script>alert");
        }
        assertThat(reader.get("/portals").status()).isEqualTo(200);
    }

    private static long lines() {
        return desk.bean(Audit.class).count(AuditFilter.EVERYTHING);
    }
}
