package vn.vonggac.page;

import java.util.List;
import java.util.Set;

/**
 * The difference between what a page normally says and what it says now. {@code newHosts} are outbound hosts first
 * seen on this page, {@code newPortalHosts} those first seen on the whole portal. Survival is the share of stable
 * blocks still there, distance that between the tag-path profiles, both 0 to 1.
 */
public record Change(Kind kind, List<Block> added, List<Block> removed, List<Link> addedLinks,
        List<Script> addedScripts, List<Frame> addedFrames, List<Form> addedForms, List<Meta> addedMetas,
        Set<String> newHosts, Set<String> newPortalHosts, String titleBefore, String titleAfter,
        String languageBefore, String languageAfter, double survival, double templateDistance,
        double sizeRatio) {

    /** How far the page has moved. */
    public enum Kind {
        NONE, VOLATILE, EDITORIAL, STRUCTURAL, REPLACED
    }

    public Change {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        addedLinks = List.copyOf(addedLinks);
        addedScripts = List.copyOf(addedScripts);
        addedFrames = List.copyOf(addedFrames);
        addedForms = List.copyOf(addedForms);
        addedMetas = List.copyOf(addedMetas);
        newHosts = Set.copyOf(newHosts);
        newPortalHosts = Set.copyOf(newPortalHosts);
    }

    /** Whether the page says what it said. */
    boolean isNothing() {
        return added.isEmpty() && removed.isEmpty() && addedLinks.isEmpty() && addedScripts.isEmpty()
                && addedFrames.isEmpty() && addedForms.isEmpty() && addedMetas.isEmpty()
                && titleBefore.equals(titleAfter) && languageBefore.equals(languageAfter);
    }

    Change as(Kind other) {
        return new Change(other, added, removed, addedLinks, addedScripts, addedFrames, addedForms,
                addedMetas, newHosts, newPortalHosts, titleBefore, titleAfter, languageBefore, languageAfter,
                survival, templateDistance, sizeRatio);
    }
}
