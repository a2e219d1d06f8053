package vn.vonggac.visit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Context;
import vn.vonggac.detect.Detectors;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptReader;
import vn.vonggac.detect.Seen;
import vn.vonggac.page.Baseline;
import vn.vonggac.page.Change;
import vn.vonggac.page.Gap;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Signatures;

/** Read, compare, match, detect, judge: what happens to every page, wherever its bytes came from. */
@Singleton
public final class OnePath {

    private static final Optional<String> WRITTEN = Optional.of("text/html; charset=utf-8");

    private final PageReader reader;
    private final ScriptReader scripts;
    private final Signatures signatures;
    private final Detectors detectors;

    public OnePath(PageReader reader, ScriptReader scripts, Signatures signatures, Detectors detectors) {
        this.reader = reader;
        this.scripts = scripts;
        this.signatures = signatures;
        this.detectors = detectors;
    }

    public Judgement judge(Look look) {
        List<Seen> views = new ArrayList<>();
        for (Sight sight : look.sights()) {
            views.add(sameAsBefore(look, views, sight).orElseGet(() -> see(sight, look.baseline())));
        }
        Observation observation = new Observation(look.url(), views, look.portal());
        return new Judgement(observation, detectors.judge(observation, unseen(look, views)));
    }

    /** Identical bytes under two views cost one read. */
    private static Optional<Seen> sameAsBefore(Look look, List<Seen> views, Sight sight) {
        for (int i = 0; i < views.size(); i++) {
            Sight earlier = look.sights().get(i);
            if (sameBytes(earlier, sight)) {
                Seen seen = views.get(i);
                return Optional
                        .of(new Seen(sight.view(), sight.trail(), seen.content(), seen.change(), seen.hits(),
                                seen.context(), seen.scripts()));
            }
        }
        return Optional.empty();
    }

    private static boolean sameBytes(Sight one, Sight other) {
        return one.source().url().equals(other.source().url())
                && Arrays.equals(one.source().body(), other.source().body());
    }

    private Seen see(Sight sight, Optional<Baseline> baseline) {
        PageContent asServed = reader.read(sight.source());
        List<ScriptOutcome> outcomes = scripts.read(asServed);
        PageContent content = written(sight, asServed, outcomes);
        Optional<Change> change = baseline.filter(Baseline::learned).map(usual -> usual.compare(content));
        List<Hit> hits = signatures.match(content, change);
        return new Seen(sight.view(), sight.trail(), content, change, hits, Context.of(hits), outcomes);
    }

    /** What scripts write is read as page content again, one level. */
    private PageContent written(Sight sight, PageContent asServed, List<ScriptOutcome> outcomes) {
        PageContent content = asServed;
        for (ScriptOutcome outcome : outcomes) {
            for (String markup : outcome.writes()) {
                byte[] bytes = markup.getBytes(StandardCharsets.UTF_8);
                content = content
                        .with(reader.read(new PageSource(sight.source().url(), bytes, WRITTEN, false)));
            }
        }
        return content;
    }

    private static List<String> unseen(Look look, List<Seen> views) {
        List<String> unseen = new ArrayList<>(look.unseen());
        for (Seen seen : views) {
            seen.content().gaps().stream().map(gap -> describe(seen.view(), gap)).forEach(unseen::add);
        }
        return unseen.stream().distinct().toList();
    }

    private static String describe(String view, Gap gap) {
        String reason = gap.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return view + ": " + reason + (gap.detail().isEmpty() ? "" : " (" + gap.detail() + ")");
    }
}
