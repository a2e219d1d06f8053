package vn.vonggac.cli;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import vn.vonggac.audit.Slug;

/** A checked target in the shape of {@code check --format json}. */
@Serdeable
record CheckView(String target, String url, String verdict, double score, List<ViewView> views,
        List<FindingView> findings, List<String> incomplete, long millis) {

    @Serdeable
    record ViewView(String view, int status, String finalUrl, List<String> chain, String sha256) {}

    static CheckView of(Checked checked) {
        return new CheckView(checked.target(), checked.url(), Slug.of(checked.verdict().level()),
                checked.verdict().score(),
                checked.views().stream().map(
                        view -> new ViewView(view.view(), view.status(), view.finalUrl(), view.chain(),
                                view.sha256()))
                        .toList(),
                FindingView.all(checked.verdict()), checked.verdict().incomplete(), checked.millis());
    }
}
