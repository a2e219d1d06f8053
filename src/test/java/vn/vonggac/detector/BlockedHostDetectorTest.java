package vn.vonggac.detector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vonggac.detect.Context;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Seen;
import vn.vonggac.feed.FeedConfig;
import vn.vonggac.feed.Feeds;
import vn.vonggac.fetch.FetchConfig;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.Views;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

class BlockedHostDetectorTest {

    @TempDir
    Path folder;

    @Test
    void linkToAListedHostIsRaisedAndAnyOtherIsNot() throws IOException {
        BlockedHostDetector detector = new BlockedHostDetector(feeds("nhacai.example\n"));

        List<Finding> findings = detector.look(page("<a href='https://m.nhacai.example/vao'>vào</a>"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.hosts()).containsExactly("m.nhacai.example");
            assertThat(finding.message()).isEqualTo("detector.blocked-host");
        });
        assertThat(detector.look(page("<a href='https://chinhphu.example/'>vào</a>"))).isEmpty();
    }

    private Feeds feeds(String text) throws IOException {
        FetchConfig fetch = FetchConfig.defaults();
        Path list = Files.writeString(folder.resolve("list.txt"), text);
        Feeds feeds = new Feeds(
                new FeedConfig(Map.of("test", list.toString()), folder.resolve("kept").toString(),
                        Duration.ofHours(6)),
                new Fetcher(fetch, InstantSource.system()), new Views(fetch), InstantSource.system());
        feeds.refresh("test");
        return feeds;
    }

    private static Observation page(String html) {
        PageSource source = new PageSource(PageOf.URL, html.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"), false);
        Seen seen = new Seen("citizen", Optional.empty(), new PageReader().read(source), Optional.empty(),
                List.of(),
                Context.NEUTRAL);
        return new Observation(PageOf.URL, List.of(seen), PortalFacts.UNKNOWN);
    }
}
