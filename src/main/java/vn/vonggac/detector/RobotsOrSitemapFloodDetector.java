package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Change;
import vn.vonggac.page.Link;
import vn.vonggac.page.Place;

/**
 * What the portal tells search engines of its own pages names pages that are not its own: addresses of another site,
 * addresses named after games, or a mass that was not there.
 */
@Singleton
final class RobotsOrSitemapFloodDetector implements Detector {

    private static final Pattern ROBOTS = Pattern.compile("(?i).*/robots\\.txt([?#].*)?");
    private static final Pattern SITE_MAP = Pattern.compile("(?im)^\\s*sitemap:\\s*(\\S+)");
    private static final double ANOTHER_SITE = 0.6;
    private static final double NAMED_AFTER_GAMES = 0.9;
    private static final double A_MASS = 0.6;
    private static final int FEW = 10;
    private static final int MANY = 300;
    private static final double MUCH = 0.5;
    private static final double A_SHARE = 0.1;

    private final HostRisk risk;

    RobotsOrSitemapFloodDetector(HostRisk risk) {
        this.risk = risk;
    }

    @Override
    public String id() {
        return "robots-or-sitemap-flood";
    }

    @Override
    public Family family() {
        return Family.AROUND;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.views().stream().flatMap(seen -> ROBOTS.matcher(page.url()).matches()
                ? robots(page, seen).stream()
                : siteMap(page, seen)).toList();
    }

    private Optional<Finding> robots(Observation page, Seen seen) {
        return SITE_MAP.matcher(seen.content().visibleText()).results().map(line -> line.group(1))
                .filter(address -> Addresses.foreign(address, page)).findFirst()
                .map(address -> finding(seen,
                        1 - (1 - ANOTHER_SITE) * (1 - risk.of(address)), address)
                        .saying("another-site"));
    }

    private Stream<Finding> siteMap(Observation page, Seen seen) {
        List<Link> listed = seen.content().links().stream()
                .filter(link -> link.place().path().startsWith("urlset")
                        || link.place().path().startsWith("sitemapindex"))
                .toList();
        return Stream.of(elsewhere(page, seen, listed), games(seen, listed), mass(seen, listed))
                .flatMap(Optional::stream);
    }

    private Optional<Finding> elsewhere(Observation page, Seen seen, List<Link> listed) {
        return listed.stream().map(Link::target).filter(address -> Addresses.foreign(address, page))
                .filter(address -> !risk.ordinary(Addresses.host(address))).findFirst()
                .map(address -> finding(seen, 1 - (1 - ANOTHER_SITE) * (1 - risk.of(address)), address)
                        .saying("another-site").naming(List.of(Addresses.host(address))));
    }

    private Optional<Finding> games(Seen seen, List<Link> listed) {
        List<String> named = listed.stream().map(Link::target).filter(risk::tells).toList();
        return named.size() >= Math.max(FEW, A_SHARE * listed.size())
                ? Optional.of(finding(seen, NAMED_AFTER_GAMES, named.getFirst(),
                        String.valueOf(named.size())).saying("games"))
                : Optional.empty();
    }

    private Optional<Finding> mass(Seen seen, List<Link> listed) {
        Set<String> added = seen.change().map(Change::addedLinks).orElse(List.of()).stream().map(Link::target)
                .collect(Collectors.toSet());
        long fresh = listed.stream().map(Link::target).filter(added::contains).distinct().count();
        return fresh >= MANY && fresh >= MUCH * listed.size()
                ? Optional.of(finding(seen, A_MASS, listed.getLast().target(), String.valueOf(fresh))
                        .saying("mass"))
                : Optional.empty();
    }

    private Finding finding(Seen seen, double confidence, String quote, String... more) {
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), Place.NOWHERE, quote,
                more.length == 0 ? quote : more[0]);
    }

    @Override
    public List<Example> examples() {
        String at = "https://so-xay-dung.example.gov.vn/sitemap.xml";
        return List.of(
                Example.raises("site-map-of-a-bookmaker-pages", siteMap("/slot-nha-cai-", 30)).at(at),
                Example.raises("site-map-that-leads-elsewhere",
                        siteMap("https://khac.example.net/trang-", 3)).at(at),
                Example.silent("site-map-of-news", siteMap("/tin-tuc/thong-bao-", 400)).at(at));
    }

    private static String siteMap(String start, int count) {
        StringBuilder map = new StringBuilder("<?xml version='1.0'?><urlset>");
        for (int i = 0; i < count; i++) {
            map.append("<url><loc>").append(start).append(i).append("</loc></url>");
        }
        return map.append("</urlset>").toString();
    }
}
