package vn.vonggac.page;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The difference between what a page normally says and what it says now. {@code edits} pair blocks that say
 * something else than they did; such a block stands among {@code added} and {@code removed} too, unless only numbers
 * differ. {@code appeared} was never seen on this page, {@code newOnPortal} is the part of it (of links: those that
 * lead away) never seen on the whole portal, and so are {@code newHosts} and {@code newPortalHosts}. Survival is the share of the
 * {@code stableBlocks} still there, title survival that of the words its titles usually have, distance that to the
 * nearest known tag-path profile: all 0 to 1.
 */
public record Change(Kind kind, List<Block> added, List<Block> removed, List<Block> moved, List<Edit> edits,
        Parts appeared, Parts disappeared, Parts newOnPortal, Set<String> newHosts,
        Set<String> newPortalHosts,
        String titleBefore, String titleAfter, double titleSurvival, String languageBefore,
        String languageAfter, double survival, int stableBlocks, double templateDistance, double sizeRatio) {

    /** How far the page has moved. */
    public enum Kind {
        NONE, VOLATILE, EDITORIAL, STRUCTURAL, REPLACED
    }

    public Change {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        moved = List.copyOf(moved);
        edits = List.copyOf(edits);
        newHosts = Collections.unmodifiableSet(new TreeSet<>(newHosts));
        newPortalHosts = Collections.unmodifiableSet(new TreeSet<>(newPortalHosts));
    }

    /** Whether the page is built otherwise than it was. */
    boolean otherTemplate() {
        return templateDistance > Manner.SAME_TEMPLATE;
    }

    /** The blocks that differ, then and now side by side. */
    public List<Row> rows() {
        return Row.of(this);
    }

    public List<Link> addedLinks() {
        return appeared.links();
    }

    public List<Script> addedScripts() {
        return appeared.scripts();
    }

    public List<Frame> addedFrames() {
        return appeared.frames();
    }

    public List<Form> addedForms() {
        return appeared.forms();
    }

    public List<Meta> addedMetas() {
        return appeared.metas();
    }
}
