package vn.vonggac.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormTest {

    @Test
    void whatWasTypedIsReadAsUtf8AndKeptAsTyped() {
        Form form = read("name=+S%E1%BB%9F+X%C3%A2y+d%E1%BB%B1ng+&empty=&lone&odd=100%25+%zz");
        assertThat(form.typed("name")).isEqualTo(" Sở Xây dựng ");
        assertThat(form.typed("empty") + form.typed("lone") + form.typed("absent")).isEmpty();
        assertThat(form.typed("odd")).isEqualTo("100% %zz");
        assertThat(form.sound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"n=%FF, web.problem.encoding", "n=%C3, web.problem.encoding",
            "n=%ED%A0%80, web.problem.encoding", "n=a&n=b, web.problem.twice"})
    void whatNobodyCanHaveTypedIsNamed(String body, String problem) {
        Form form = read(body);
        form.typed("n");
        assertThat(form.problem("n")).map(Problem::key).contains(problem);
    }

    @Test
    void tickedRowsAreReadOnce() {
        assertThat(read("ids=1&ids=2&ids=2").ids("ids")).containsExactly(1L, 2L);
        assertThat(read("").ids("ids")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ids=x", "ids=1&ids=-2", "ids=99999999999999999999", "ids=%D9%A3"})
    void aTickedRowThatIsNoneIsNamed(String body) {
        Form form = read(body);
        assertThat(form.ids("ids")).isEmpty();
        assertThat(form.problem("ids")).isPresent();
    }

    @Test
    void aFloodOfFieldsIsCut() {
        assertThat(read("a=1&".repeat(5000)).ids("a")).containsExactly(1L);
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
