package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Around.Hole;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Link;
import vn.vonggac.page.Place;

/**
 * The portal sends its visitors wherever a parameter of its own address says: seen when it did so, when a page links
 * to it that way, and, as a hole that nobody uses yet, when it was asked to.
 */
@Singleton
final class OpenRedirectDetector implements Detector {

    private static final double SENT = 0.7;
    private static final double SENT_TO_AN_AGENCY = 0.2;
    private static final double LINKED_TO = 0.4;
    private static final double RISKY = 0.3;
    private static final double SENDS_ANYWHERE = 0.8;
    private static final int LONGEST_ADDRESS = 4_000;

    private final Strangers strangers;

    OpenRedirectDetector(Strangers strangers) {
        this.strangers = strangers;
    }

    @Override
    public String id() {
        return "open-redirect";
    }

    @Override
    public Family family() {
        return Family.REDIRECT;
    }

    @Override
    public List<Finding> look(Observation page) {
        List<Finding> findings = new ArrayList<>();
        for (Seen seen : page.views()) {
            sent(page, seen).ifPresent(findings::add);
            linked(page, seen).ifPresent(findings::add);
        }
        page.around().holes().stream().filter(hole -> hole.kind() == Hole.Kind.SENDS_WHERE_IT_IS_TOLD)
                .forEach(hole -> findings.add(hole(hole)));
        return findings;
    }

    private Optional<Finding> sent(Observation page, Seen seen) {
        List<String> told = told(page.url()).filter(address -> Addresses.foreign(address, page)).toList();
        return seen.trail().stream().flatMap(trail -> trail.chain().stream()).map(Trail.Hop::to)
                .filter(to -> told.stream().map(Addresses::host).anyMatch(Addresses.host(to)::equals))
                .findFirst()
                .map(to -> finding(seen, strangers.stranger(to, page) ? SENT : SENT_TO_AN_AGENCY, to,
                        Place.NOWHERE));
    }

    /** A link on the portal through the portal to where only spammers want people to go. */
    private Optional<Finding> linked(Observation page, Seen seen) {
        return seen.content().links().stream().filter(link -> !link.outbound())
                .flatMap(link -> told(link.target()).filter(to -> strangers.stranger(to, page))
                        .filter(to -> strangers.risk(to) >= RISKY).map(to -> linked(seen, link, to)))
                .findFirst();
    }

    private Finding linked(Seen seen, Link link, String to) {
        return finding(seen, 1 - (1 - LINKED_TO) * (1 - strangers.risk(to)), to, link.place());
    }

    private Finding finding(Seen seen, double confidence, String to, Place place) {
        String host = Addresses.host(to);
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), place, to, host)
                .naming(List.of(host));
    }

    private Finding hole(Hole hole) {
        return Finding.of(this, Severity.MEDIUM, SENDS_ANYWHERE, "citizen", Place.NOWHERE, hole.proof(),
                hole.url()).saying("possible").asPosture();
    }

    /** The addresses among the parameters of an address. */
    private static Stream<String> told(String url) {
        int question = url.indexOf('?');
        if (question < 0 || url.length() > LONGEST_ADDRESS) {
            return Stream.empty();
        }
        String query = url.substring(question + 1);
        if (query.indexOf('%') < 0 && !query.contains("//")) {
            return Stream.empty();
        }
        return Arrays.stream(query.split("[&;#]"))
                .map(pair -> decoded(pair.substring(pair.indexOf('=') + 1))).filter(Addresses::absolute);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    @Override
    public List<Example> examples() {
        String usual = "<title>Tin</title><p>Bài viết</p>";
        return List.of(
                Example.raises("way-out-through-the-portal",
                        usual + "<a href='/chuyen?url=https%3A%2F%2Fchoi88bet.example.vip%2F'>xem</a>"),
                Example.raises("address-that-sends-wherever-it-is-told", usual)
                        .with(Around.NOTHING.withHoles(new Hole(Hole.Kind.SENDS_WHERE_IT_IS_TOLD,
                                "https://so-xay-dung.example.gov.vn/chuyen?url=https://www.example.com/",
                                "https://www.example.com/"))),
                Example.silent("button-that-shares-the-page",
                        usual + "<a href='https://www.facebook.com/sharer.php?u=https://so-xay-dung.example.gov.vn/'>"
                                + "Chia sẻ</a>"),
                Example.silent("login-that-comes-back-to-the-portal",
                        usual + "<a href='/dang-nhap?returnUrl=https://so-xay-dung.example.gov.vn/trang'>vào</a>"));
    }
}
