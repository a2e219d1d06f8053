package vn.vonggac.page;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/**
 * The class attributes and inline styles that one page had last, by their hashes: near at hand, as what was taken
 * apart for all pages is not.
 */
final class Recent {

    private static final int SLOTS = 512;

    private final TakenApart known;
    private final ClassNames[] classes = new ClassNames[SLOTS];
    private final String[] declarations = new String[SLOTS];
    private final Look[] looks = new Look[SLOTS];

    Recent(TakenApart known) {
        this.known = known;
        Arrays.fill(classes, ClassNames.NONE);
        Arrays.fill(declarations, "");
        Arrays.fill(looks, Look.PLAIN);
    }

    ClassNames classes(String attribute) {
        int slot = slot(attribute);
        if (!classes[slot].are(attribute)) {
            classes[slot] = known.classes(attribute);
        }
        return classes[slot];
    }

    Look look(String style) {
        int slot = slot(style);
        if (!declarations[slot].equals(style)) {
            declarations[slot] = style;
            looks[slot] = known.look(style);
        }
        return looks[slot];
    }

    /** The tree of markup that stands outside of the page's own. */
    Element markup(String text) {
        return known.markup(text);
    }

    private static int slot(String text) {
        return text.hashCode() & SLOTS - 1;
    }
}
