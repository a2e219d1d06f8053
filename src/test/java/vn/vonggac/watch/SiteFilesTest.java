package vn.vonggac.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vonggac.watch.FrontierPage.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class SiteFilesTest {

    private static final String HOME = "https://xa.example/";
    private static final Watched PORTAL = new Watched(1, 1, "", HOME, Duration.ofMinutes(5), false,
            url -> url.startsWith(HOME), Set.of(), false, false);

    @Test
    void theSiteMapsThatARobotsFileNamesAreKnownAsSuch() {
        assertThat(SiteFiles.named(PORTAL, """
                User-agent: *
                Disallow: /quan-tri
                Sitemap: https://xa.example/ban-do.xml
                sitemap: https://khac.example/ban-do.xml
                """)).containsOnly(entry(HOME + "ban-do.xml", Source.SITEMAP),
                entry(HOME + "quan-tri", Source.DISALLOWED));
    }

    @Test
    void ofVeryManyOnlyTheFirstAreAskedOften() {
        Map<String, Source> named = SiteFiles.named(PORTAL, IntStream.range(0, 300)
                .mapToObj(i -> "Sitemap: " + HOME + "ban-do-" + i + ".xml")
                .collect(Collectors.joining("\n")));

        assertThat(named).hasSize(300).containsEntry(HOME + "ban-do-0.xml", Source.SITEMAP)
                .containsEntry(HOME + "ban-do-299.xml", Source.LINK);
        assertThat(named.values()).filteredOn(source -> source == Source.SITEMAP).hasSizeLessThan(10);
    }
}
