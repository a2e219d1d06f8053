package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vonggac.portal.Url;
import vn.vonggac.watch.FrontierPage.Source;

/** Where a site says itself which pages it has: robots.txt and site maps, looked at like any page. */
@Singleton
final class SiteFiles {

    private static final int MOST_DISALLOWED = 100;
    private static final int MOST_SITE_MAPS = 5;
    private static final Pattern DISALLOW = Pattern
            .compile("(?im)^\\s*disallow:\\s*(/[^\\s*$#]*)\\s*(#.*)?$");
    private static final Pattern SITEMAP = Pattern.compile("(?im)^\\s*sitemap:\\s*(\\S+)");

    private final Frontier frontier;

    SiteFiles(Frontier frontier) {
        this.frontier = frontier;
    }

    /** Known from the first look at the home page on. */
    void add(Watched portal, FrontierPage home, Instant now) {
        if (home.visits() == 0) {
            Map<String, Source> files = new LinkedHashMap<>();
            Url.parse(portal.home()).ifPresent(url -> {
                files.put(new Url(url.scheme(), url.host(), url.port(), "/robots.txt", "").text(),
                        Source.ROBOTS);
                files.put(new Url(url.scheme(), url.host(), url.port(), "/sitemap.xml", "").text(),
                        Source.SITEMAP);
            });
            frontier.add(portal.id(), files, 0, now);
        }
    }

    /**
     * The site maps that a robots.txt names, of many only the first as such, for those are asked often; and the places that
     * it asks search engines to stay away from: whoever wants not to be found puts them there. Patterns name no place.
     */
    static Map<String, Source> named(Watched portal, String robots) {
        Map<String, Source> named = new LinkedHashMap<>();
        SITEMAP.matcher(robots).results().map(line -> line.group(1))
                .flatMap(url -> Addresses.page(url).stream())
                .filter(portal.inScope())
                .forEach(url -> named.putIfAbsent(url,
                        named.size() < MOST_SITE_MAPS ? Source.SITEMAP : Source.LINK));
        disallowed(portal, robots).limit(MOST_DISALLOWED)
                .forEach(url -> named.putIfAbsent(url, Source.DISALLOWED));
        return named;
    }

    private static Stream<String> disallowed(Watched portal, String robots) {
        return Url.parse(portal.home()).stream().flatMap(home -> DISALLOW.matcher(robots).results()
                .map(line -> line.group(1)).filter(path -> path.length() > 1)
                .flatMap(path -> Addresses
                        .page(new Url(home.scheme(), home.host(), home.port(), "", "").text().replaceAll("/$",
                                "")
                                + path)
                        .stream()))
                .filter(portal.inScope()).distinct();
    }
}
