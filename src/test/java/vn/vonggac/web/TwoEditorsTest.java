package vn.vonggac.web;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.account.Role;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people with the same form open: the second is shown what the first did, and nothing is lost. */
class TwoEditorsTest {

    private static RunningDesk desk;
    private static Reader an;
    private static Reader binh;

    @BeforeAll
    static void start() {
        desk = new RunningDesk();
        desk.staff();
        desk.furnish();
        an = new Reader(desk.address(), desk.cookie());
        binh = new Reader(desk.address(), desk.cookie(Role.ADMINISTRATOR, ""));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"/portals/3/edit, name", "/agencies/2, name", "/windows/1, roster", "/hostings/1, contact",
            "/people/2, fullName"})
    void theSecondSeesWhatTheFirstWroteBesideTheirOwn(String page, String field) {
        Reader.WebForm first = form(an, page);
        Reader.WebForm second = form(binh, page);
        assertThat(an.post(first, field, "Một người viết").status()).isEqualTo(303);
        Reader.Answer late = binh.post(second, field, "Hai người viết");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("#" + field).val()).isEqualTo("Hai người viết");
        assertThat(late.page().select(".theirs").text()).contains("Một người viết");
        assertThat(late.page().select(".theirs")).as("only what differs").hasSize(1);
        assertThat(late.page().select("#problems").text()).contains("an đã sửa", "Một ô khác");
        assertThat(form(an, page).value(field)).as("nothing was written").isEqualTo("Một người viết");

        Reader.WebForm again = second.filled(Map.of());
        String version = late.page().select("form.card input[name=version]").attr("value");
        again.values().put("version", version);
        assertThat(binh.post(again, field, "Hai người viết").status()).isEqualTo(303);
        assertThat(form(an, page).value(field)).isEqualTo("Hai người viết");
    }

    @Test
    void aFormThatDoesNotSayWhatItSawIsNotTaken() {
        Reader.WebForm form = form(an, "/agencies/1");
        form.values().remove("version");
        assertThat(an.post(form, "name", "Ai đó").status()).isEqualTo(409);
    }

    @Test
    void anIncidentIsNotDecidedTwice() {
        long id = desk.bean(Incidents.class).open(Scope.EVERYTHING,
                new ByHand(1, "https://xa1.binhminh.example/", Kind.values()[0], "NCSC", desk.now(), "x"),
                "an").orElseThrow().id();
        String page = "/incidents/" + id;
        Reader.WebForm first = act(an, page, "acknowledge");
        Reader.WebForm second = act(binh, page, "close");
        Reader.WebForm note = act(binh, page, "note");
        assertThat(an.post(first).status()).isEqualTo(303);
        Reader.Answer late = binh.post(second, "note", "báo sai");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("[role=alert]").text()).contains("an: nhận xử lý");
        assertThat(desk.bean(Incidents.class).find(Scope.EVERYTHING, id).orElseThrow().standing().status())
                .isEqualTo(Status.ACKNOWLEDGED);
        assertThat(binh.post(note, "note", "ghi lại").status()).as("a note is no decision").isEqualTo(303);
        assertThat(binh.post(act(binh, page, "close"), "note", "báo sai").status()).isEqualTo(303);
    }

    private static Reader.WebForm act(Reader reader, String page, String act) {
        List<Reader.WebForm> forms = reader.forms(page);
        return forms.stream().filter(form -> form.value("act").equals(act)).findFirst().orElseThrow();
    }

    private static Reader.WebForm form(Reader reader, String page) {
        return reader.forms(page).stream().filter(form -> !form.value("version").isEmpty()).findFirst()
                .orElseThrow();
    }
}
