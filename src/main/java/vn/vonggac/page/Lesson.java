package vn.vonggac.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a clean visit teaches: what the page says, which of its blocks were never there before, and the names of the
 * signatures that matched all the same.
 */
public record Lesson(PageContent content, List<Block> fresh, Set<String> spoken) {

    public Lesson {
        fresh = List.copyOf(fresh);
        spoken = Set.copyOf(spoken);
    }

    public static Lesson of(PageContent content, Optional<Change> change, Set<String> spoken) {
        return new Lesson(content, change.map(Change::added).orElse(List.of()), spoken);
    }

    /** Of a page that could not be read to its end nothing is learned. */
    public boolean isWhole() {
        return content.gaps().isEmpty();
    }
}
