package vn.vonggac.visit;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Context;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Detectors;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.PortalFacts;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Trail;
import vn.vonggac.page.Change;
import vn.vonggac.page.Gap;
import vn.vonggac.page.Novelty;
import vn.vonggac.page.PageContent;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Signatures;

/** Read, compare, match, detect, judge: what happens to every page, wherever its bytes came from. */
@Singleton
public final class OnePath {

    private final Reading reading;
    // they take a second to make ready: the first page to be judged pays it, not the start
    private final Provider<Signatures> signatures;
    private final Detectors detectors;
    private final String built;

    OnePath(Reading reading, Provider<Signatures> signatures, Detectors detectors) {
        this.reading = reading;
        this.signatures = signatures;
        this.detectors = detectors;
        this.built = OnePath.class.getPackage().getImplementationVersion()
                + detectors.all().stream().map(Detector::id).sorted().toList();
    }

    /** Changes whenever the same page may be judged otherwise: with the product, a detector or a signature. */
    public String rules() {
        return UUID.nameUUIDFromBytes((signatures.get().version() + built).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public Judgement judge(Look look) {
        return judge(look, Onlooker.NOBODY);
    }

    public Judgement judge(Look look, Onlooker onlooker) {
        return judge(look, Follower.NOBODY, onlooker);
    }

    /** What the page says, its scripts' writing with it; where a refresh leads is not followed. */
    public PageContent read(Sight sight) {
        return reading.read(sight, Follower.NOBODY).content();
    }

    Judgement judge(Look look, Follower follower, Onlooker onlooker) {
        List<Seen> views = new ArrayList<>();
        for (Sight sight : look.sights()) {
            onlooker.reads(sight.view());
            Seen seen = sameAsBefore(look, views, sight).orElseGet(() -> see(look, sight, follower));
            views.add(seen);
            onlooker.read(seen);
        }
        onlooker.judges();
        Observation observation = new Observation(look.url(), views, facts(look, views),
                look.around());
        return new Judgement(observation, detectors.judge(observation, unseen(look, views)));
    }

    /** A page of no known portal may have been saved and stand anywhere: its own site is then the one that it shows. */
    private static PortalFacts facts(Look look, List<Seen> views) {
        boolean known = !look.portal().equals(PortalFacts.UNKNOWN) || look.baseline().isPresent();
        return known || views.isEmpty()
                ? look.portal()
                : new PortalFacts(SavedFrom.domain(views.getFirst().content()), Set.of());
    }

    /** Identical bytes under two views cost one read, unless each is sent on to where it may see something else. */
    private static Optional<Seen> sameAsBefore(Look look, List<Seen> views, Sight sight) {
        for (int i = 0; i < views.size(); i++) {
            Seen seen = views.get(i);
            if (sameSight(look.sights().get(i), sight) && !sentOn(seen)) {
                return Optional.of(seen.by(sight.view()));
            }
        }
        return Optional.empty();
    }

    private static boolean sameSight(Sight one, Sight other) {
        return one.source().url().equals(other.source().url()) && chain(one).equals(chain(other))
                && Arrays.equals(one.source().body(), other.source().body());
    }

    private static boolean sentOn(Seen seen) {
        return seen.trail().stream().flatMap(trail -> trail.chain().stream())
                .anyMatch(hop -> hop.means() != Trail.Means.HTTP);
    }

    private static List<Trail.Hop> chain(Sight sight) {
        return sight.trail().map(Trail::chain).orElse(List.of());
    }

    private Seen see(Look look, Sight sight, Follower follower) {
        Reading.Page page = reading.read(sight, follower);
        Optional<Change> change = look.baseline().filter(usual -> usual.learned() && !sight.refused())
                .map(usual -> usual.compare(page.content(), look.usual()));
        List<Hit> hits = signatures.get().match(page.content(), change);
        Novelty novelty = sight.refused() ? Novelty.NONE : look.usual().novelty(page.content(), change);
        return new Seen(sight.view(), page.trail(), page.content(), change, novelty, hits,
                Context.of(hits, look.usual()), page.scripts());
    }

    private List<String> unseen(Look look, List<Seen> views) {
        List<String> unseen = new ArrayList<>(look.unseen());
        for (Seen seen : views) {
            seen.content().gaps().stream().map(gap -> describe(seen.view(), gap)).forEach(unseen::add);
        }
        signatures.get().broken().stream().sorted().map(id -> "signature-failed:" + id).forEach(unseen::add);
        return unseen.stream().distinct().toList();
    }

    private static String describe(String view, Gap gap) {
        String reason = Slug.of(gap.reason());
        return view + ": " + reason + (gap.detail().isEmpty() ? "" : " (" + gap.detail() + ")");
    }
}
