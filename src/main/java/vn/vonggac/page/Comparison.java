package vn.vonggac.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One comparison of a page with what is normal for it: one pass over hashed blocks. */
final class Comparison {

    private static final double GONE = 0.2;
    private static final double OTHER_TEMPLATE = 0.25;
    private static final double REBUILT = 0.35;
    private static final float OFTEN = 2.5f;

    private final Baseline baseline;
    private final PageContent page;
    private final Contents now;
    private final List<Block> added;
    private final List<Block> removed;

    private Comparison(Baseline baseline, PageContent page) {
        this.baseline = baseline;
        this.page = page;
        this.now = Contents.of(page);
        this.added = baseline.blocks.fresh(now.blocks());
        this.removed = baseline.blocks.gone(now.blocks());
    }

    static Change of(Baseline baseline, PageContent page, PortalBaseline portal) {
        return new Comparison(baseline, page).change(portal);
    }

    private Change change(PortalBaseline portal) {
        Set<String> fresh = without(now.hosts(), baseline.hosts);
        double survival = baseline.blocks.survival(now.blocks(), this::lasting);
        double distance = Profile.distance(baseline.profile, page.profile());
        Change change = new Change(Change.Kind.NONE, added, removed, baseline.links.fresh(now.links()),
                baseline.scripts.fresh(now.scripts()), baseline.frames.fresh(now.frames()),
                baseline.forms.fresh(now.forms()), baseline.metas.fresh(now.metas()), fresh,
                without(fresh, portal.hosts()), baseline.title, page.title(), baseline.language,
                page.language().orElse(""), survival, distance,
                page.size() / Math.max(1, baseline.size));
        return change.as(kind(change));
    }

    private Change.Kind kind(Change change) {
        if (change.survival() < GONE && change.templateDistance() > OTHER_TEMPLATE) {
            return Change.Kind.REPLACED;
        }
        if (change.templateDistance() > REBUILT) {
            return Change.Kind.STRUCTURAL;
        }
        if (change.isNothing()) {
            return Change.Kind.NONE;
        }
        boolean settled = change.newHosts().isEmpty() && change.addedScripts().isEmpty()
                && change.addedFrames().isEmpty() && change.addedForms().isEmpty();
        boolean lively = added.stream().noneMatch(this::lasting) && removed.stream().noneMatch(this::lasting);
        return settled && lively ? Change.Kind.VOLATILE : Change.Kind.EDITORIAL;
    }

    private boolean lasting(Block block) {
        return baseline.changesAt(block.place().path()) < OFTEN;
    }

    private static Set<String> without(Set<String> all, Set<String> known) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(known);
        return rest;
    }
}
