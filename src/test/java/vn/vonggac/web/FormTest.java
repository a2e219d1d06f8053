package vn.vonggac.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormTest {

    @Test
    void whatWasTypedIsReadAsUtf8AndStripped() {
        Form form = read("name=+S%E1%BB%9F+X%C3%A2y+d%E1%BB%B1ng+&empty=&lone");
        assertThat(form.line("name", 50)).isEqualTo("Sở Xây dựng");
        assertThat(form.value("name")).isEqualTo(" Sở Xây dựng ");
        assertThat(form.lineOrEmpty("empty", 50)).isEmpty();
        assertThat(form.lineOrEmpty("lone", 50)).isEmpty();
        assertThat(form.sound()).isTrue();
    }

    @Test
    void twoWaysToWriteTheSameLetterBecomeOne() {
        assertThat(read("name=So%CC%9B%CC%89").line("name", 50)).isEqualTo("Sở");
    }

    @ParameterizedTest
    @CsvSource({"'', web.problem.missing", "n=%20, web.problem.missing", "n=12345678901, web.problem.long",
            "n=a%0Ab, web.problem.one-line", "n=a%00b, web.problem.invisible",
            "n=a%E2%80%8Bb, web.problem.invisible", "n=a%E2%80%AEb, web.problem.invisible",
            "n=a%EF%BB%BFb, web.problem.invisible", "n=%FF, web.problem.encoding",
            "n=%C3, web.problem.encoding", "n=%ED%A0%80, web.problem.encoding", "n=a&n=b, web.problem.twice"})
    void aLineThatCannotBeUsedIsNamed(String body, String problem) {
        Form form = read(body);
        form.line("n", 10);
        assertThat(form.problem("n")).map(Problem::key).contains(problem);
    }

    @Test
    void scriptAndSqlAreOnlyText() {
        Form form = read("n=%3Cscript%3E%27%3B+DROP+TABLE");
        assertThat(form.line("n", 50)).isEqualTo("<script>'; DROP TABLE");
        assertThat(form.sound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n=abc", "n=-1", "n=11", "n=1.5", "n=99999999999999999999", "n=", "n=%D9%A3"})
    void aNumberOutsideItsRangeIsNamed(String body) {
        Form form = read(body);
        form.number("n", 1, 10);
        assertThat(form.problem("n")).isPresent();
    }

    @Test
    void idsAndDatesAreRead() {
        Form form = read("id=12&ids=1&ids=2&ids=2&day=2026-04-30&at=2026-04-30T08:00");
        assertThat(form.id("id")).contains(12L);
        assertThat(form.ids("ids")).containsExactly(1L, 2L);
        assertThat(form.date("day")).contains(LocalDate.of(2026, 4, 30));
        assertThat(form.moment("at")).contains(Instant.parse("2026-04-30T01:00:00Z"));
        assertThat(form.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id=x, id", "ids=1&ids=x, ids", "day=30/4/2026, day", "day=0001-01-01, day",
            "at=yesterday, at",
            "at=9999-12-31T00:00, at", "kind=none, kind", "kind=CITIZEN, kind"})
    void whatIsNoIdDateOrChoiceIsNamed(String body, String field) {
        Form form = read(body);
        form.id("id");
        form.ids("ids");
        form.date("day");
        form.moment("at");
        if (form.ticked("kind")) {
            form.choice("kind", Theme.class);
        }
        assertThat(form.problems()).extracting(Problem::field).containsExactly(field);
    }

    @Test
    void linesAreSplitAndEmptyOnesLeftOut() {
        assertThat(read("hosts=a.gov.vn%0D%0A%0D%0A+b.gov.vn").lines("hosts", 100))
                .isEqualTo(List.of("a.gov.vn", "b.gov.vn"));
    }

    @Test
    void aChoiceIsFoundByItsWord() {
        assertThat(read("t=dark").choice("t", Theme.class)).isEqualTo(Theme.DARK);
    }

    @ParameterizedTest
    @CsvSource({"/portals?q=a,/portals?q=a", "//evil.example,/", "/\\evil.example,/",
            "https://evil.example,/",
            "javascript:alert(1),/", "/a b,/", "'',/"})
    void onlyTheDesksOwnPathsAreFollowed(String asked, String followed) {
        assertThat(Address.ownPath(asked)).isEqualTo(followed);
    }

    @Test
    void anAddressChangesOneThingAndStartsAtTheFirstPage() {
        Address address = new Address("/portals", java.util.Map.of("q", "sở", "page", "3"));
        assertThat(address.with("sort", "name")).isEqualTo("/portals?q=s%E1%BB%9F&sort=name");
        assertThat(address.with("q", "")).isEqualTo("/portals");
        assertThat(address.with("page", 4)).isEqualTo("/portals?page=4&q=s%E1%BB%9F");
        assertThat(Optional.of(address.toString())).contains("/portals?page=3&q=s%E1%BB%9F");
    }

    private static Form read(String body) {
        return Form.read(body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
