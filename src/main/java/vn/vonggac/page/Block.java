package vn.vonggac.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A leaf unit of text with where it stands and whether a reader can see it. */
public record Block(Place place, Kind kind, Region region, String text, long hash,
        Optional<HiddenReason> hidden) {

    /** What the text is on the page. */
    public enum Kind {
        TEXT, HEADING, LINK_TEXT
    }

    /** Whether the text belongs to the article or to what surrounds it on every page. */
    public enum Region {
        MAIN, BOILERPLATE
    }

    static String join(List<Block> blocks, Predicate<Block> wanted) {
        StringBuilder joined = new StringBuilder();
        for (Block block : blocks) {
            if (wanted.test(block)) {
                joined.append(block.text()).append('\n');
            }
        }
        return joined.toString();
    }
}
