package vn.vonggac.web;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.page.Excerpt;
import vn.vonggac.page.Place;
import vn.vonggac.web.SourcePart.Piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What was found is marked in the source as it stands there; the way to the page is a picture. */
class SourcePartTest {

    private static final Excerpt NONE = new Excerpt(1, 1, List.of());

    @Test
    void theQuoteAndTheHostsAreMarkedWhereverTheyStand() {
        SourcePart part = new SourcePart(List.of(finding("nhà cái (uy tín)", "kubet.example")), NONE);
        assertThat(part.pieces("<a href=\"//KUBET.example/\">Nhà cái (uy tín)</a>")).containsExactly(
                new Piece("<a href=\"//", false), new Piece("KUBET.example", true), new Piece("/\">", false),
                new Piece("Nhà cái (uy tín)", true), new Piece("</a>", false));
        assertThat(part.pieces("<p>khác</p>")).containsExactly(new Piece("<p>khác</p>", false));
    }

    @Test
    void aFindingWithoutWordsMarksNothing() {
        assertThat(new SourcePart(List.of(finding(" ", "")), NONE).pieces("<p>")).containsExactly(
                new Piece("<p>", false));
    }

    @Test
    void theWaySaysHowEachStopLedOn() {
        Exhibit exhibit = new Exhibit("https://s1.example/", Instant.EPOCH, "phone", 200, "",
                "https://s1.example/\nhttps://s1.example/m\nhttps://kubet.example/",
                "GET / HTTP/1.1\n\nHTTP/1.1 302 Found\nLocation: /m\n\nGET /m HTTP/1.1\n\nHTTP/1.1 200 OK\n");
        assertThat(Chain.of(exhibit).stops())
                .extracting(Chain.Stop::means, Chain.Stop::status, Chain.Stop::away)
                .containsExactly(tuple("", 0, false),
                        tuple("http", 302, false),
                        tuple("onward", 200, true));
        assertThat(Chain.of(new Exhibit("https://s1.example/", Instant.EPOCH, "citizen", 200, "",
                "https://s1.example/", "")).stops()).isEmpty();
    }

    private static Finding finding(String quote, String host) {
        return new Finding("hidden-link", Family.LINK, Severity.HIGH, 0.9, "citizen", new Place("a", 3),
                quote,
                "detector.hidden-link", List.of(), host.isEmpty() ? List.of() : List.of(host));
    }
}
