package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class BoundsTest {

    private static PageContent read(PageReader reader, String html) {
        return reader.read(new PageSource("https://a.gov.vn/", html.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html"), false));
    }

    private static PageContent read(String html) {
        return read(new PageReader(), html);
    }

    private static List<Gap.Reason> gaps(PageContent content) {
        return content.gaps().stream().map(Gap::reason).distinct().toList();
    }

    @Test
    void aHundredThousandNestedTagsAreLaidSideBySide() {
        PageContent content = read("<p>đầu</p>" + "<div>".repeat(100_000) + "<p>cuối");

        assertThat(gaps(content)).containsExactly(Gap.Reason.TOO_DEEP);
        assertThat(content.visibleText()).isEqualTo("đầu\ncuối\n");
    }

    @Test
    void aPageOfMillionsOfNodesIsReadToTheBoundAndSaysSo() {
        PageContent content = read("<b>a</b> ".repeat(3_500_000));

        assertThat(content.size()).isGreaterThan(30_000_000);
        assertThat(gaps(content)).containsExactly(Gap.Reason.TOO_MANY_NODES);
        assertThat(content.visibleText()).startsWith("a a a");
    }

    @Test
    void manyLargePagesAtOnceQueueForRoom() {
        PageReader reader = new PageReader(
                new PageConfig(40L << 20, Duration.ofSeconds(30), 300_000, 300, 200));
        String large = "<p>chữ ".repeat(2_000_000);

        List<CompletableFuture<PageContent>> reading = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> read(reader, large))).toList();

        assertThat(reading).allSatisfy(page -> assertThat(page.join().blocks()).isNotEmpty());
    }

    @Test
    void readingStopsAtTheDeadline() {
        PageReader hurried = new PageReader(new PageConfig(1 << 28, Duration.ZERO, 300_000, 300, 200));

        assertThat(gaps(read(hurried, "<p>a".repeat(100_000)))).containsExactly(Gap.Reason.DEADLINE);
    }

    @Test
    void hugeAttributesAreCut() {
        String huge = "x".repeat(5_000_000);
        PageContent content = read("<a href='https://b.example/" + huge + "' title='" + huge + "'>" + huge
                + "</a><img alt='" + huge + "'><meta name=description content='" + huge + "'><p class='"
                + huge
                + "' style='" + huge + "' id='" + huge + "'>c</p>");

        assertThat(content.links().getFirst().target()).hasSize(Address.LONGEST);
        assertThat(content.links().getFirst().text()).hasSizeLessThan(1_001);
        assertThat(content.images().getFirst().alternative()).hasSizeLessThan(1_001);
        assertThat(content.meta("description").orElseThrow()).hasSizeLessThan(10_001);
        assertThat(content.blocks().getLast().place().path()).hasSizeLessThan(500);
    }

    @Test
    void aStyleSheetThatMatchesEverythingEverywhereCostsABoundedTime() {
        String rules = IntStream.range(0, 5_000)
                .mapToObj(i -> "div div div div div div div .k" + i + ",div div div div div p{display:none}")
                .reduce("",
                        String::concat);

        assertThat(
                read("<style>" + rules + "</style>" + "<div>".repeat(200) + "<i class=k1>a</i>".repeat(20_000)
                        + "<p>b</p>").blocks())
                .isNotEmpty();
    }

    @Test
    void thousandsOfCommentsWithMarkupAreReadWithinABound() {
        PageContent content = read("<!-- <a href='/x'>a</a> -->".repeat(50_000));

        assertThat(gaps(content)).containsExactly(Gap.Reason.TOO_LARGE);
        assertThat(content.fragments()).hasSizeLessThan(2_001);
    }

    @Test
    void framesInsideFramesEnd() {
        String document = "<p>a</p>";
        for (int i = 0; i < 10; i++) {
            document = "<iframe srcdoc=\"" + document.replace("&", "&amp;").replace("\"", "&quot;")
                    + "\"></iframe>";
        }

        assertThat(gaps(read(document))).isEmpty();
    }

    @Test
    void deepXmlAndJsonEndWithAGap() {
        PageReader reader = new PageReader();

        assertThat(gaps(reader.read(new PageSource("", ("<?xml version='1.0'?>" + "<a>".repeat(100_000))
                .getBytes(StandardCharsets.UTF_8), Optional.of("text/xml"), false)))).hasSize(1);
        assertThat(gaps(reader.read(new PageSource("", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                Optional.of("application/json"), false)))).containsExactly(Gap.Reason.BROKEN);
    }
}
