package vn.vonggac.web;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.RoundsByHand;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server whose certificate and whose PDF file say scripts, seen by the watch itself: what it brings home is text on
 * every page of the desk.
 */
class HostilePortalBrowserTest {

    private static final String NAME = "<img src=x onerror=pwned()>";
    private static final String HOUSE = "\"'--><script>pwned()</script>";
    private static final List<String> LINES = List.of(
            "Nha cai uy tin nhat Viet Nam <svg onload=pwned()> tai xiu doi thuong, no hu, ban ca",
            "<script src=//evil.example/x.js></script> link vao nha cai kubet88, new88, casino truc tuyen",
            "Dang ky nha cai tang 88k, soi cau lo de mien phi </textarea><iframe src=javascript:pwned()>");
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void itsCertificateAndItsFilesStayText() throws Exception {
        WireMockServer server = server();
        try (RunningDesk desk = desk();
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                        desk.address())) {
            long portal = watched(desk, "https://127.0.0.1:" + server.httpsPort() + "/");
            ScriptTrap trap = new ScriptTrap(context, desk.address());
            desk.signIn(trap.page());

            trap.look("/portals/" + portal);
            assertThat(trap.page().locator("section[aria-labelledby=server]").innerText()).contains(NAME,
                    HOUSE);
            Chromium.picture(trap.page(), "hostile-portal");
            Incidents all = desk.bean(Incidents.class);
            List<Incident> incidents = all
                    .list(Scope.EVERYTHING, IncidentFilter.activeOn(portal), 50, 0).rows();
            assertThat(incidents).flatExtracting(incident -> incident.pages().keySet())
                    .anyMatch(page -> page.endsWith(".pdf"));
            for (Incident incident : incidents) {
                assertThat(trap.look("/incidents/" + incident.id())).isEmpty();
                assertThat(trap.page().locator("main").innerText()).contains("pwned()");
                Chromium.picture(trap.page(), "hostile-" + incident.kind().id());
                for (int copy = 0; copy < all.exhibits(Scope.EVERYTHING, incident.id()).size(); copy++) {
                    assertThat(trap.look("/incidents/" + incident.id() + "/seen/" + copy)).isEmpty();
                }
            }
            for (String path : List.of("/incidents", "/portals/" + portal + "/pages", "/search?q=kubet88")) {
                assertThat(trap.look(path)).isEmpty();
            }
            assertThat(trap.reports()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static RunningDesk desk() {
        RunningDesk desk = new RunningDesk(Map.of("vonggac.fetch.allow", "127.0.0.0/8",
                "vonggac.fetch.pace.factor", 0, "vonggac.fetch.pace.shortest", "0ms"));
        desk.staff();
        desk.furnish();
        return desk;
    }

    /** A portal that the watch went over three times. */
    private static long watched(RunningDesk desk, String home) throws Exception {
        Outcome<Portal> kept = desk.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Xã Ác",
                home, "H23", "", "", "", "", "", "", "", "", "", "5m", ""), "an");
        long portal = ((Outcome.Saved<Portal>) kept).value().id();
        try (RoundsByHand rounds = desk.rounds()) {
            for (int round = 0; round < 3; round++) {
                rounds.run(Set.of(portal), desk.now());
                desk.pass(Duration.ofMinutes(10));
            }
        }
        return portal;
    }

    private WireMockServer server() throws Exception {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1")
                .httpDisabled(true).dynamicHttpsPort().keystoreType("PKCS12")
                .keystorePath(keys().toString()).keystorePassword(PASSWORD).keyManagerPassword(PASSWORD));
        server.start();
        server.stubFor(get(urlEqualTo("/")).willReturn(aResponse().withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html lang=vi><title>Xã Ác</title><h1>UBND xã Ác</h1><p>Cổng thông tin của xã.</p>"
                        + "<a href=/upload/bao-cao.pdf>Báo cáo &lt;script&gt;pwned()&lt;/script&gt;</a>")));
        server.stubFor(get(urlEqualTo("/upload/bao-cao.pdf")).willReturn(aResponse().withStatus(200)
                .withHeader("Content-Type", "application/pdf").withBody(pdf())));
        return server;
    }

    private Path keys() throws Exception {
        Path file = folder.resolve("keys");
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "key", "-keyalg", "EC", "-dname", "CN=" + escaped(NAME) + ", O=" + escaped(HOUSE),
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    /** As a distinguished name writes it. */
    private static String escaped(String text) {
        return text.replaceAll("([,+\"\\\\<>;=])", "\\\\$1");
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setTitle(LINES.getFirst());
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                stream.newLineAtOffset(40, 700);
                for (String line : LINES) {
                    stream.showText(line);
                    stream.newLineAtOffset(0, -20);
                }
                stream.endText();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
