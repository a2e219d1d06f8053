package vn.vonggac.notify;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.incident.ByHand;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Sighting;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

/** An installation with two agencies, a portal each, and a server that hears what it tells. */
final class Watched implements BeforeEachCallback, AfterEachCallback {

    static final String SECRET = "0123456789abcdef-khoá";

    final TestInstallation installation;
    final WireMockServer hears = new WireMockServer(WireMockConfiguration.options().dynamicPort());

    Watched(TestInstallation installation) {
        this.installation = installation;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    void start() {
        hears.start();
        answers(200);
        for (String code : List.of("S1", "S2")) {
            installation.bean(Agencies.class).add(Scope.EVERYTHING,
                    new AgencyDraft(code, "Sở " + code, "", "", "", "", "", "", "", "", ""), "test");
            installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng " + code,
                    "https://" + code + ".example/", code, "", "", "", "", "", "", "", "", "", "5m", ""),
                    "test");
        }
    }

    void answers(int status) {
        hears.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    String url(String path) {
        return "http://127.0.0.1:" + hears.port() + path;
    }

    List<LoggedRequest> heard() {
        return hears.findAll(postRequestedFor(urlMatching(".*")));
    }

    Channel channel(ChannelDraft draft) {
        return ((Outcome.Saved<Channel>) installation.bean(Channels.class).add(Scope.EVERYTHING, draft,
                "an")).value();
    }

    ChannelDraft webhook(String name) {
        return new ChannelDraft("webhook", name, "", "high", "vi", url("/" + name), "", "", SECRET, "", "",
                "", "", "", "", "", "", "");
    }

    /** The same, only told when nobody took the incident for so long, and then again and again. */
    ChannelDraft later(String name, int after, int again) {
        return new ChannelDraft("webhook", name, "", "high", "vi", url("/" + name), "", "", SECRET, "", "",
                "", "", Integer.toString(after), Integer.toString(again), "", "", "");
    }

    /** An incident that a citizen told of: open, high. */
    long incident(long portal) {
        return installation.bean(Incidents.class).open(Scope.EVERYTHING,
                new ByHand(portal, "https://s" + portal + ".example/tin", Kind.PLANTED_CONTENT, "công dân",
                        installation.time().instant(), "gọi điện"),
                "an").orElseThrow().id();
    }

    /** An incident of the first portal that visits saw three times: open. */
    long planted() {
        Finding link = new Finding("hidden-link", Family.LINK, Severity.HIGH, 0.9, "citizen", Place.NOWHERE,
                "nhà cái uy tín", "detector.hidden-link", List.of(), List.of("kubet.example"));
        long incident = 0;
        for (int visit = 0; visit < 3; visit++) {
            Verdict verdict = new Verdict(Verdict.Level.SUSPICIOUS, 0.7, List.of(link), List.of());
            incident = installation.bean(Incidents.class).observe(new Sighting("1", "https://s1.example/tin",
                    installation.time().instant(), verdict, true)).getFirst().incident().id();
        }
        return incident;
    }

    void acknowledge(long incident) {
        installation.bean(Incidents.class).handle(Scope.EVERYTHING, incident, known -> Handling
                .acknowledge(known, new Handling.Word("an", installation.time().instant(), "")));
    }

    void turn() {
        Outbox outbox = installation.bean(Outbox.class);
        outbox.takeIn();
        outbox.serveAll();
    }

    List<Message> messages() {
        return installation.bean(Outbox.class).list(Scope.EVERYTHING, Optional.empty(), 100, 0).rows();
    }

    void close() {
        hears.stop();
    }
}
