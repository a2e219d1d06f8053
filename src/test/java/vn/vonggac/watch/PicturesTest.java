package vn.vonggac.watch;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.incident.Incident;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class PicturesTest {

    @AutoClose
    private static final TestInstallation installation = TestInstallation.with(Site.settings());

    private final Site site = new Site();
    private Portal portal;

    @BeforeEach
    void enter() throws IOException {
        site.page("/", "<img src='/quoc-huy.png'><img src='/banner.jpg'>"
                + "<img src='https://cdn.example.org/other.png'>" + Site.LINKS);
        site.page("/tin/1", "<p>Hội nghị</p>").page("/tin/2", "<p>Lịch</p>");
        picture("/quoc-huy.png", Color.RED, Color.YELLOW);
        picture("/banner.jpg", Color.BLUE, Color.WHITE);
        portal = site.enter(installation, "1h");
        hours(24);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void severalPicturesThatTurnIntoOthersAtOnceAreAnIncident() throws IOException {
        assertThat(incidents()).isEmpty();
        picture("/quoc-huy.png", Color.BLACK, Color.GREEN);
        picture("/banner.jpg", Color.GREEN, Color.BLACK);
        hours(10);

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Kind.DEFACEMENT);
            assertThat(incident.findings()).hasSize(2).allSatisfy(finding -> {
                assertThat(finding.detector()).isEqualTo("image-replaced");
                assertThat(finding.place().line()).isPositive();
            });
        });
    }

    @Test
    void aNewBannerAloneWakesNobodyAndIsUsualAfterADay() throws IOException {
        picture("/banner.jpg", Color.GREEN, Color.BLACK);
        hours(36);
        assertThat(incidents()).isEmpty();
        assertThat(installation.bean(PictureRows.class).of(portal.id()))
                .allSatisfy(picture -> assertThat(picture.changedAt()).isNull());
    }

    @Test
    void picturesAreAskedForSeldomConditionallyAndOnlyFromTheSiteItself() {
        assertThat(site.server.findAll(getRequestedFor(urlEqualTo("/banner.jpg")))).hasSize(4);
        site.server.verify(3, getRequestedFor(urlEqualTo("/banner.jpg")).withHeader("If-None-Match",
                equalTo("\"1\"")));
        assertThat(installation.bean(PictureRows.class).of(portal.id())).extracting(Picture::url)
                .containsExactly(site.url("/quoc-huy.png"), site.url("/banner.jpg"));
    }

    private void picture(String path, Color one, Color other) throws IOException {
        BufferedImage picture = new BufferedImage(800, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setPaint(new GradientPaint(0, 0, one, 800, 0, other));
        drawing.fillRect(0, 0, 800, 300);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, path.substring(path.indexOf('.') + 1), out);
        site.server.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withBody(out.toByteArray())
                .withHeader("Content-Type", "image/png").withHeader("ETag", "\"1\"")));
    }

    private void hours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            installation.bean(PortalRound.class).run(portal.id());
            installation.time().pass(Duration.ofHours(1));
        }
    }

    private List<Incident> incidents() {
        return installation.bean(Incidents.class)
                .list(Scope.EVERYTHING, IncidentFilter.ofPortal(portal.id()), 10, 0).rows();
    }
}
