package vn.vonggac.signature;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.vonggac.page.Block;
import vn.vonggac.page.Place;

/** How many letters of the page's text stand before something: how far apart two things are said. */
final class ReadingOrder {

    private final NavigableMap<Integer, Integer> lines = new TreeMap<>();
    private int said;

    /** Blocks come in the order they are read. */
    int next(Block block) {
        int at = said;
        lines.putIfAbsent(block.place().line(), at);
        said += block.text().length() + 1;
        return at;
    }

    /** What is no block is said with the text that begins on its line or before. */
    int of(Place place) {
        Map.Entry<Integer, Integer> before = lines.floorEntry(place.line());
        return before == null ? 0 : before.getValue();
    }
}
