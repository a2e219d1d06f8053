package vn.vonggac.detector;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Detectors;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Finding;
import vn.vonggac.visit.ExampleLooks;
import vn.vonggac.visit.OnePath;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptDetectorsTest {

    private static final Set<String> MINE = Set.of("script-redirect", "obfuscated-script", "injected-script",
            "injected-iframe", "form-hijack");
    private static final double HEARD = 0.2;

    private static final ApplicationContext CONTEXT = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false).banner(false).start();

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    static Stream<Arguments> examples() {
        return CONTEXT.getBean(Detectors.class).all().stream()
                .filter(detector -> MINE.contains(detector.id()))
                .flatMap(detector -> detector.examples().stream()
                        .map(example -> Arguments.of(detector.id() + ": " + example.name(), detector,
                                example)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleBehavesAsDeclared(String name, Detector detector, Example example) {
        assertThat(heard(detector, example).isEmpty()).as(name).isNotEqualTo(example.raises());
    }

    @Test
    void redirectOfSearchVisitorsOnlyWeighsMoreThanOneOfEverybody() {
        double some = strongest("script-redirect",
                "<script>if(document.referrer.indexOf('google')>0)location='https://khac.example.net/'</script>");
        double all = strongest("script-redirect", "<script>location='https://khac.example.net/'</script>");

        assertThat(some).isGreaterThan(0.85).isGreaterThan(all);
        assertThat(all).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void minifiedScriptAloneIsHardlyWorthMentioning() {
        assertThat(strongest("obfuscated-script",
                "<script>eval(unescape('var%20a%3D1'));document.getElementById('x').innerHTML='<b>'+a+'</b>'</script>"))
                .isLessThan(0.1);
    }

    @Test
    void addressHiddenInAPackerIsNamed() {
        List<Finding> findings = findings("obfuscated-script",
                "<script>eval(function(p,a,c,k,e,d){while(c--)if(k[c])p=p.replace(new RegExp('\\\\b'+c+'\\\\b','g'),"
                        + "k[c]);return p}('0.1=\"2://3.4.5/\"',6,6,'window|location|https|nhacai|example|net'"
                        + ".split('|'),0,{}))</script>");

        assertThat(findings).flatExtracting(Finding::hosts).contains("nhacai.example.net");
    }

    private double strongest(String detector, String html) {
        return findings(detector, html).stream().mapToDouble(Finding::confidence).max().orElse(0);
    }

    private List<Finding> findings(String id, String html) {
        Detector detector = CONTEXT.getBean(Detectors.class).all().stream()
                .filter(candidate -> candidate.id().equals(id)).findFirst().orElseThrow();
        return detector.look(CONTEXT.getBean(OnePath.class)
                .judge(CONTEXT.getBean(ExampleLooks.class).of(Example.raises("", html))).observation());
    }

    private static List<Finding> heard(Detector detector, Example example) {
        return detector
                .look(CONTEXT.getBean(OnePath.class).judge(CONTEXT.getBean(ExampleLooks.class).of(example))
                        .observation())
                .stream().filter(finding -> finding.confidence() >= HEARD).toList();
    }
}
