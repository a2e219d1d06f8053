package vn.vonggac.visit;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Detectors;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Messages;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every detector owes, checked over all that are found by injection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectorContractTest {

    private static final double RAISED = 0.25;
    private static final int FEWEST = 30;

    /** With a list such as operators have, for the detector that asks them. */
    private final ApplicationContext context = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false)
            .properties(Map.of("vonggac.feed.lists.own", "src/test/resources/visit/own-list.txt",
                    "vonggac.feed.folder", "target/contract-lists"))
            .start();
    private final OnePath path = context.getBean(OnePath.class);
    private final ExampleLooks looks = context.getBean(ExampleLooks.class);

    record Case(Detector detector, Example example) {

        @Override
        public String toString() {
            return detector.id() + ": " + example.name();
        }
    }

    Stream<Case> cases() {
        return detectors().stream()
                .flatMap(
                        detector -> detector.examples().stream().map(example -> new Case(detector, example)));
    }

    List<Detector> detectors() {
        return context.getBean(Detectors.class).all();
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void thereAreDetectors() {
        assertThat(detectors()).hasSizeGreaterThan(FEWEST);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsExamplesBehaveAsDeclared(Case given) {
        Judgement judgement = path.judge(looks.of(given.example()));
        double strongest = judgement.verdict().findings().stream()
                .filter(finding -> finding.detector().equals(given.detector().id()))
                .mapToDouble(Finding::confidence)
                .max().orElse(0);
        assertThat(judgement.verdict().incomplete()).isEmpty();
        assertThat(strongest >= RAISED).as("confidence %s", strongest).isEqualTo(given.example().raises());
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void itHasExamplesBothWaysAndAPlainName(Detector detector) {
        assertThat(detector.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(detector.examples()).anyMatch(example -> !example.raises());
        assertThat(detector.examples()).anyMatch(Example::raises);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsExamplesHaveATitleInBothLanguages(Case given) {
        for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            assertThat(Messages.in(locale).has(given.example().title())).as(given.example().title())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsFindingsExplainThemselvesInBothLanguages(Case given) {
        path.judge(looks.of(given.example())).verdict().findings().forEach(finding -> {
            for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
                assertThat(Messages.in(locale).text(finding.message(), finding.arguments())).isNotBlank()
                        .isNotEqualTo(finding.message()).doesNotContain("{0}");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostilePagesCauseNoFailure(String html) {
        assertThat(path.judge(look(html)).verdict().incomplete())
                .noneMatch(gap -> gap.startsWith("detector-failed"));
    }

    static Stream<String> hostile() {
        return Stream.of("", "<", "\u0000\u0001", "<a href='http://[::1'>x</a>",
                "<a href='javascript:while(1){}'>x</a>",
                "<script>while(true){}</script>",
                "<script>eval(unescape('%u0000'.repeat(100000000)))</script>",
                "<iframe src='data:text/html;base64,@@@'></iframe>", "<iframe></iframe>",
                "<iframe src='https://'></iframe>",
                "<meta http-equiv=refresh content='0;url=http://%zz'>",
                "<form action='//\\\\evil'><input type=password></form>",
                "<title>" + "\u202E".repeat(5000) + "</title>",
                "<p>" + "\u202Ea\u202C".repeat(100_000), "<bdo dir=rtl>" + "\u202Ea".repeat(100_000),
                "<div style='position:absolute;left:-99999999999999999999px'><a href='http://x'></a></div>",
                "<p>" + "a\u0301\u0323".repeat(20_000) + "</p>", "<div>".repeat(20_000));
    }

    @Test
    void twoThreadsAgree() throws Exception {
        List<Case> cases = cases().toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<Double>> first = cases.stream().map(given -> workers.submit(() -> score(given)))
                    .toList();
            List<Future<Double>> second = cases.stream().map(given -> workers.submit(() -> score(given)))
                    .toList();
            for (int i = 0; i < cases.size(); i++) {
                assertThat(second.get(i).get()).as(cases.get(i).toString()).isEqualTo(first.get(i).get());
            }
        }
    }

    private double score(Case given) {
        return path.judge(looks.of(given.example())).verdict().score();
    }

    private static Look look(String html) {
        return Look.given(new PageSource("https://so.example.gov.vn/", html.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"), false), Optional.empty());
    }
}
