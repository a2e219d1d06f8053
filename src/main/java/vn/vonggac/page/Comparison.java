package vn.vonggac.page;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One comparison of a page with what is normal for it. */
final class Comparison {

    private static final double GONE = 0.2;
    private static final int ENOUGH_BLOCKS = 5;
    private static final double OTHER_TEMPLATE = 0.25;
    private static final double REBUILT = 0.35;
    private static final double TOUCHED = 0.1;
    private static final double NEARLY_ALL = 0.9;
    private static final double HALF = 0.5;
    private static final double TWICE = 2;
    private static final double MUCH = 0.3;

    private final Baseline baseline;
    private final PageContent page;
    private final Difference<Block> blocks;
    private final Difference<Link> links;
    private final Difference<Script> scripts;
    private final Difference<Frame> frames;
    private final Difference<Form> forms;
    private final Difference<Meta> metas;
    private final Memory.Survival survival;
    private final double distance;
    private final Set<String> newHosts;

    private Comparison(Baseline baseline, PageContent page) {
        this.baseline = baseline;
        this.page = page;
        this.blocks = baseline.blocks.compare(page.blocks());
        this.links = baseline.links.compare(page.links());
        this.scripts = baseline.scripts.compare(page.scripts());
        this.frames = baseline.frames.compare(page.frames());
        this.forms = baseline.forms.compare(page.forms());
        this.metas = baseline.metas.compare(page.metas());
        this.survival = baseline.blocks.survival(blocks);
        this.distance = baseline.distance(page);
        this.newHosts = newHosts();
    }

    static Change of(Baseline baseline, PageContent page, PortalBaseline portal) {
        return new Comparison(baseline, page).change(portal);
    }

    /** The hosts of what is known are known. */
    private Set<String> newHosts() {
        Set<String> fresh = new TreeSet<>(
                OutboundHosts.of(links.unknown(), scripts.unknown(), frames.unknown(),
                        forms.unknown()));
        fresh.removeAll(baseline.hosts);
        fresh.removeIf(host -> Hosts.registrable(host).equals(page.domain()));
        return fresh;
    }

    private Change change(PortalBaseline portal) {
        Parts appeared = new Parts(links.added(), scripts.added(), frames.added(), forms.added(),
                metas.added());
        Parts gone = new Parts(links.removed(), scripts.removed(), frames.removed(), forms.removed(),
                metas.removed());
        return new Change(kind(), blocks.added(), blocks.removed(), blocks.moved(), Edits.of(blocks),
                appeared,
                gone, portal.never(appeared), newHosts, portal.neverLinked(newHosts), baseline.title,
                page.title(), baseline.titleSurvival(page), baseline.language, page.language().orElse(""),
                survival.share(), survival.stable(), distance, page.size() / Math.max(1, baseline.size));
    }

    private Change.Kind kind() {
        if (isReplaced()) {
            return Change.Kind.REPLACED;
        }
        if (distance > REBUILT && survival.share() < NEARLY_ALL
                || distance > TOUCHED && survival.share() < HALF) {
            return Change.Kind.STRUCTURAL;
        }
        if (isSame()) {
            return Change.Kind.NONE;
        }
        return isLively() ? Change.Kind.VOLATILE : Change.Kind.EDITORIAL;
    }

    private boolean isReplaced() {
        return survival.share() < GONE && (survival.stable() >= ENOUGH_BLOCKS || distance > OTHER_TEMPLATE);
    }

    private boolean isSame() {
        return blocks.isNothing() && links.isNothing() && scripts.isNothing() && frames.isNothing()
                && forms.isNothing() && metas.isNothing() && baseline.title.equals(page.title());
    }

    private boolean isLively() {
        return newHosts.isEmpty() && baseline.titleSurvival(page) == 1 && !isFlood()
                && baseline.blocks.lively(blocks) && baseline.links.lively(links)
                && baseline.scripts.lively(scripts) && baseline.frames.lively(frames)
                && baseline.forms.lively(forms) && baseline.metas.lively(metas);
    }

    /** A list that changes every day does not become a third of the page, nor the page another one's size. */
    private boolean isFlood() {
        double ratio = page.size() / Math.max(1, baseline.size);
        return length(blocks.added()) > MUCH * length(page.blocks()) || ratio > TWICE || ratio < HALF;
    }

    private static long length(List<Block> blocks) {
        return blocks.stream().mapToLong(block -> block.text().length()).sum();
    }
}
