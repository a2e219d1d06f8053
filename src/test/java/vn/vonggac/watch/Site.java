package vn.vonggac.watch;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

/** A portal on loopback that a test writes page by page. */
final class Site implements AutoCloseable {

    static final String LINKS = """
            <p>Cổng thông tin điện tử của xã, nơi công bố thủ tục hành chính và tin tức địa phương.</p>
            <ul><li><a href="/tin/1">Hội nghị triển khai nhiệm vụ năm mới</a></li>
            <li><a href="/tin/2?utm_source=zalo">Lịch tiếp công dân của chủ tịch</a></li>
            <li><a href="https://www.chinhphu.vn/">Cổng thông tin Chính phủ</a></li></ul>""";
    static final String PLANTED = """
            <div style="display:none"><a href="https://vip.kubet88.example/dang-ky">nhà cái uy tín kubet88 tặng 88k</a>
            <a href="https://new88.example/">tải app tài xỉu đổi thưởng, link vào new88</a></div>""";

    final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    Site() {
        server.start();
    }

    Site page(String path, String body) {
        server.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withStatus(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody(
                        "<html lang=\"vi\"><head><title>UBND xã An Bình</title></head><body><h1>UBND xã An Bình</h1>"
                                + body + "</body></html>")));
        return this;
    }

    /** A home page and the two pages it links to. */
    Site small() {
        return page("/", LINKS).page("/tin/1", "<p>Hội nghị triển khai nhiệm vụ</p>")
                .page("/tin/2", "<p>Lịch tiếp công dân</p>");
    }

    Site text(String path, String type, String body) {
        server.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withStatus(200)
                .withHeader("Content-Type", type).withBody(body)));
        return this;
    }

    Site redirect(String path, String to) {
        server.stubFor(get(urlEqualTo(path))
                .willReturn(aResponse().withStatus(302).withHeader("Location", to)));
        return this;
    }

    Site packed(String path, String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withStatus(200)
                .withHeader("Content-Type", "application/gzip").withBody(packed.toByteArray())));
        return this;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** Enters the site as a portal of a new agency. */
    Portal enter(TestInstallation installation, String rhythm) {
        return enter(installation, url("/"), "XA" + server.port(), rhythm);
    }

    /** Enters the site as a portal whose owner allows questions. */
    Portal authorised(TestInstallation installation, String rhythm) {
        return enter(installation, url("/"), "XA" + server.port(), rhythm, "authorised");
    }

    static Portal enter(TestInstallation installation, String home, String code, String rhythm) {
        return enter(installation, home, code, rhythm, "");
    }

    private static Portal enter(TestInstallation installation, String home, String code, String rhythm,
            String probing) {
        installation.bean(Agencies.class).add(Scope.EVERYTHING,
                new AgencyDraft(code, "UBND xã An Bình", "", "", "", "", "", "", "", "", ""), "test");
        Outcome<Portal> kept = installation.bean(Portals.class).add(Scope.EVERYTHING,
                new PortalDraft("Xã An Bình",
                        home, code, "", "", "", "", "", "", "", "", "", rhythm, probing),
                "test");
        return switch (kept) {
            case Outcome.Saved<Portal>(Portal portal) -> portal;
            case Outcome.Rejected<Portal> rejected ->
                throw new AssertionError(rejected.problems().toString());
            case Outcome.Absent<Portal>(),Outcome.Stale<Portal>() -> throw new AssertionError();
        };
    }

    static Map<String, Object> settings() {
        return Map.of("vonggac.fetch.allow", "127.0.0.0/8", "vonggac.fetch.pace.factor", 0,
                "vonggac.fetch.pace.shortest",
                "0ms", "vonggac.fetch.pace.longest", "0ms", "vonggac.fetch.pace.failures", 1_000_000,
                "vonggac.watch.heartbeat", "200ms");
    }

    @Override
    public void close() {
        server.stop();
    }
}
