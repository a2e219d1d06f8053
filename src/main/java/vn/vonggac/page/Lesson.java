package vn.vonggac.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a clean visit teaches: what the page says, how that differs from what is normal where that is known, and the
 * names of the signatures that matched all the same.
 */
public record Lesson(PageContent content, Optional<Change> change, Set<String> spoken) {

    public Lesson {
        spoken = Set.copyOf(spoken);
    }

    /** What hangs on the page and may be new to its portal. */
    Parts parts() {
        return change.map(Change::appeared).orElseGet(() -> new Parts(List.of(), content.scripts(),
                content.frames(), content.forms(), content.metas()));
    }

    /** The text that was never on the page before; of a page that is not known, nothing. */
    List<Block> added() {
        return change.map(Change::added).orElse(List.of());
    }

    /** Of a page that could not be read to its end nothing is learned. */
    public boolean isWhole() {
        return content.gaps().isEmpty();
    }
}
