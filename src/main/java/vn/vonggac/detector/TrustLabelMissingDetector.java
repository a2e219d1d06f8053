package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vonggac.detect.Around;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;

/** A portal that was granted the national trust label and does not show it on its home page. */
@Singleton
final class TrustLabelMissingDetector implements Detector {

    private static final String LABEL = "tinnhiemmang.vn";
    private static final double MISSING = 0.7;

    @Override
    public String id() {
        return "trust-label-missing";
    }

    @Override
    public Family family() {
        return Family.POSTURE;
    }

    @Override
    public List<Finding> look(Observation page) {
        return page.around().labelExpected() ? missing(page).stream().toList() : List.of();
    }

    private Optional<Finding> missing(Observation page) {
        return page.view("citizen").filter(seen -> !labelled(seen)).map(seen -> Finding.of(this, Severity.LOW,
                MISSING, seen.view(), Place.NOWHERE, seen.content().title(), Hosts.of(page.url())));
    }

    private static boolean labelled(Seen seen) {
        PageContent content = seen.content();
        return Stream.of(content.links().stream().map(link -> link.host()),
                content.images().stream().map(image -> image.host()),
                content.scripts().stream().map(script -> script.host()),
                content.frames().stream().map(frame -> frame.host())).flatMap(hosts -> hosts)
                .anyMatch(host -> Hosts.registrable(host).equals(LABEL));
    }

    @Override
    public List<Example> examples() {
        String page = "<title>Trang chủ</title><p>Tin tức</p>";
        String label = "<a href='https://tinnhiemmang.vn/danh-ba-tin-nhiem/so'><img src='/nhan.png'></a>";
        return List.of(
                Example.raises("label-not-shown", page)
                        .with(Around.NOTHING.atHome(true)),
                Example.silent("home-page-with-its-label", page + label).with(Around.NOTHING.atHome(true)),
                Example.silent("portal-without-a-label", page).with(Around.NOTHING.atHome(false)));
    }
}
