package vn.vonggac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            "/people/new", "/people/2", "/check", "/import");
    private static final Map<String, String> GOOD = Map.ofEntries(Map.entry("name", "Tên mới"),
            Map.entry("code", "H99"), Map.entry("home", "https://moi.binhminh.example/"),
            Map.entry("agency", "H23"), Map.entry("reason", "nâng cấp"),
            Map.entry("until", "2100-01-01T00:00"),
            Map.entry("from", "2026-04-29T00:00"), Map.entry("to", "2026-05-02T00:00"),
            Map.entry("factor", "2"),
            Map.entry("fullName", "Lê Văn Chi"), Map.entry("signInName", "chi.le"),
            Map.entry("portal", "3"), Map.entry("what", "Thông báo họp"), Map.entry("tag", ""),
            Map.entry("text", "name;home;agency\nCổng mới;https://bang.binhminh.example/;H23"));
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
        reader = new Reader(desk.address(), desk.cookie());
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
                .filter(form -> !form.fields().isEmpty()).map(form -> form.filled(GOOD));
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
