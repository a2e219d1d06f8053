package vn.vonggac.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.EachDatabase;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.fetch.Answer;
import vn.vonggac.fetch.Exchange;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Header;
import vn.vonggac.fetch.Hop;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Timings;
import vn.vonggac.fetch.TlsFacts;
import vn.vonggac.fetch.View;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static org.assertj.core.api.Assertions.assertThat;

@EachDatabase
class ServersTest {

    private static final String HOME = "https://xa.gov.vn/";
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final Header NGINX = new Header("Server", "nginx/1.18.0");
    private static final Header PHP = new Header("X-Powered-By", "PHP/7.4.3");

    private final TestInstallation installation;
    private final Servers servers;
    private Portal portal;
    private Instant now;

    ServersTest(TestInstallation installation) {
        this.installation = installation;
        servers = new Servers(installation.bean(ServerRows.class));
    }

    @BeforeEach
    void enter() {
        portal = Site.enter(installation, HOME, "XA", "5m");
        now = installation.time().instant();
    }

    @Test
    void theCertificateAndTheSoftwareAreKeptAsTheServerNamesThem() {
        look(hop(HOME, 200, END, NGINX, PHP, new Header("Set-Cookie", "a=b")));

        ServerFacts facts = kept();
        assertThat(facts.host()).isEqualTo("xa.gov.vn");
        assertThat(facts.software()).containsExactly(NGINX, PHP);
        assertThat(facts.certificate()).hasValueSatisfying(own -> assertThat(own)
                .returns("CN=xa.gov.vn", TlsFacts.Certificate::subject)
                .returns("CN=R11,O=Let's Encrypt,C=US", TlsFacts.Certificate::issuer)
                .returns(List.of("xa.gov.vn", "www.xa.gov.vn"), TlsFacts.Certificate::names)
                .returns(END, TlsFacts.Certificate::notAfter));
        assertThat(facts.tls()).hasValueSatisfying(
                tls -> assertThat(tls.problems()).containsExactly(TlsFacts.Problem.WRONG_NAME));
        assertThat(servers.firstEnd()).contains(END);
    }

    @Test
    void aServerThatReadersAreLedToIsNotMeant() {
        look(hop(HOME, 302, END, NGINX), hop("https://kubet.example/", 200, END.plusSeconds(9), PHP));

        assertThat(kept().host()).isEqualTo("xa.gov.vn");
        assertThat(kept().software()).containsExactly(NGINX);
    }

    @Test
    void whatComesInPlaceOfTheServerOrWithoutAPageTakesNoSoftwareAway() {
        look(hop(HOME, 200, END, NGINX, PHP));
        servers.answered(watched(), List.of(new NotModified(exchange(hop(HOME, 304, END, NGINX)))), now);
        servers.answered(watched(), List.of(failed(hop(HOME, 502, END, new Header("Server", "lb")))), now);
        servers.answered(watched(), List.of(failed()), now);

        assertThat(kept().software()).containsExactly(NGINX, PHP);
    }

    @Test
    void whatIsTheSameIsWrittenOnceADayAndWhatIsNewAtOnce() {
        look(hop(HOME, 200, END, NGINX));
        Instant first = now;
        pass(Duration.ofHours(1));
        look(hop(HOME, 200, END, NGINX));
        assertThat(kept().seenAt()).isEqualTo(first);

        look(hop(HOME, 200, END.plusSeconds(1), NGINX));
        assertThat(kept().seenAt()).isEqualTo(now);

        pass(Duration.ofHours(24));
        look(hop(HOME, 200, END.plusSeconds(1), NGINX));
        assertThat(kept().seenAt()).isEqualTo(now);
    }

    @Test
    void namesOfAnyLengthAndLetterAreKeptWithinBounds() {
        TlsFacts.Certificate wild = new TlsFacts.Certificate("CN=" + "x".repeat(5_000), "CN=\0\n<b>", "1",
                now, END, Collections.nCopies(500, "a\nb\r\0" + "y".repeat(500)), "");
        servers.answered(watched(), List.of(failed(new Hop(Hop.Kind.FIRST, "GET", HOME, Optional.empty(),
                List.of(),
                Optional.of(new Answer("HTTP/1.1", 200, "OK",
                        List.of(new Header("Server", "z".repeat(9_000))))),
                Timings.NONE, Optional.of(new TlsFacts("TLSv1.3", "", List.of(wild), Set.of())), Set.of(), 0,
                Optional.empty()))), now);

        TlsFacts.Certificate own = kept().certificate().orElseThrow();
        assertThat(own.subject()).hasSize(1_000);
        assertThat(own.issuer()).isEqualTo("CN=  <b>");
        assertThat(own.names()).hasSize(50).allMatch(name -> name.startsWith("a b  y"));
        assertThat(kept().software().getFirst().value()).hasSizeLessThan(300);
    }

    @Test
    void whoMayNotSeeThePortalSeesNothingOfItsServer() {
        look(hop(HOME, 200, END, NGINX));

        assertThat(servers.of(Scope.of(Set.of(portal.agencyId())), portal.id())).isPresent();
        assertThat(servers.of(Scope.of(Set.of(portal.agencyId() + 1)), portal.id())).isEmpty();
    }

    private ServerFacts kept() {
        return servers.of(Scope.EVERYTHING, portal.id()).orElseThrow();
    }

    private void look(Hop... hops) {
        servers.answered(watched(), List.of(failed(hops)), now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private Watched watched() {
        return installation.bean(WatchedPortals.class).find(portal.id(), now).orElseThrow();
    }

    private static FetchResult failed(Hop... hops) {
        return new Failed(exchange(hops), Failed.Cause.CONNECTION_LOST, "");
    }

    private static Exchange exchange(Hop... hops) {
        return new Exchange(HOME, new View("citizen", List.of()), END, Duration.ZERO, List.of(hops));
    }

    private static Hop hop(String url, int status, Instant end, Header... headers) {
        TlsFacts.Certificate own = new TlsFacts.Certificate("CN=xa.gov.vn", "CN=R11,O=Let's Encrypt,C=US",
                "1", Instant.parse("2025-12-01T00:00:00Z"), end, List.of("xa.gov.vn", "www.xa.gov.vn"), "f");
        return new Hop(Hop.Kind.FIRST, "GET", url, Optional.empty(), List.of(),
                Optional.of(new Answer("HTTP/1.1", status, "", List.of(headers))), Timings.NONE,
                Optional.of(new TlsFacts("TLSv1.3", "AES", List.of(own),
                        Set.of(TlsFacts.Problem.WRONG_NAME))),
                Set.of(), 0, Optional.empty());
    }
}
