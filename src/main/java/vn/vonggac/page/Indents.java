package vn.vonggac.page;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The blanks between the tags of two blocks, which say nothing. In a usual page every fourth thing that a parser takes
 * up is such a run, so they are left out of what it is given. They stay wherever they could tell two words apart: beside
 * anything that stands within a line, within a link, or where something made bold or the like was not ended. An end
 * tag with no beginning is passed over by a parser: between words, such tags part nothing, and the blanks beside them do.
 */
final class Indents {

    /** What flows with the text; an open one may be opened anew by the blanks. */
    private static final List<String> INLINE = List.of("a", "b", "big", "code", "em", "font", "i", "nobr",
            "s",
            "small", "strike", "strong", "tt", "u");
    private static final List<String> BLOCKS = List.of("html", "head", "body", "form", "meta", "link",
            "script", "style",
            "div", "section", "article", "aside", "header", "footer", "nav", "main", "ul", "ol", "li", "dl",
            "dt", "dd", "p", "h1", "h2", "h3", "h4", "h5", "h6", "fieldset", "center", "blockquote",
            "figure", "figcaption", "select", "option", "noscript", "table");
    /** Ignored outside of a table. */
    private static final List<String> CELLS = List.of("thead", "tbody", "tfoot", "tr", "td", "th");
    /** From one of these on the source is taken as it is: it is kept word for word, or a link goes on after it. */
    private static final List<String> ENDS = List.of("template", "noframes", "noembed", "plaintext", "area");

    private static final int LINK = 0;
    private static final int FIRST_BLOCK = INLINE.size();
    private static final int FIRST_CELL = FIRST_BLOCK + BLOCKS.size();
    private static final int TABLE = FIRST_CELL - 1;
    private static final int FIRST_END = FIRST_CELL + CELLS.size();
    private static final LongIndex TAGS = tags();
    /** From here on a start tag always begins a new block. */
    private static final int PARTING = TAGS.get("meta".hashCode());

    private final int[] open = new int[INLINE.size()];
    private int allOpen;
    private int tables;
    private boolean ended;
    /** Whether a block's tag came last. */
    private boolean block;
    /** Whether no word came since a block began for certain. */
    private boolean apart = true;
    private int reached;
    private int gapStart;
    private int gapEnd = -1;
    private int[] cuts = {};
    private int count;
    /** As far as a block begins for certain before words come. */
    private int certain;

    private static LongIndex tags() {
        LongIndex tags = new LongIndex(FIRST_END + ENDS.size());
        int next = 0;
        for (List<String> names : List.of(INLINE, BLOCKS, CELLS, ENDS)) {
            for (String name : names) {
                tags.put(name.hashCode(), next++);
            }
        }
        return tags;
    }

    /** A start or end tag that begins here, by the hash of its name. */
    void tag(int name, boolean starts, int at) {
        int known = TAGS.get(name);
        if (known >= FIRST_END) {
            ended = true;
        } else if (known >= 0 && known < FIRST_BLOCK) {
            inline(known, starts);
        } else if (known == TABLE) {
            tables = Math.max(0, tables + (starts ? 1 : -1));
        }
        block = known >= FIRST_BLOCK && (known < FIRST_CELL || tables > 0);
        follows(at, block);
        if (block && gapEnd == at) {
            cut();
        }
        if (block && starts && known >= PARTING) {
            apart = true;
            certain = count;
        }
    }

    /** What begins here comes after words, or is as good as one. */
    private void follows(int at, boolean parts) {
        if (at != reached || !parts) {
            words();
        }
    }

    private void inline(int known, boolean starts) {
        boolean counts = starts ? known != LINK || open[LINK] == 0 : open[known] > 0;
        if (counts) {
            open[known] += starts ? 1 : -1;
            allOpen += starts ? 1 : -1;
        }
    }

    /** A comment that begins here; what stood before it stands before what follows it. */
    void comment(int at) {
        follows(at, true);
        if (gapEnd == at) {
            cut();
        }
    }

    /** Something that is no tag. */
    void text() {
        block = false;
        words();
    }

    private void words() {
        apart = false;
        count = certain;
    }

    /** Blanks that follow what came last. */
    void gap(int start, int end) {
        boolean says = !block || allOpen > 0 || ended || start == end;
        reached = end;
        gapStart = start;
        gapEnd = says ? -1 : end;
    }

    private void cut() {
        if (count == cuts.length) {
            cuts = Arrays.copyOf(cuts, Math.max(256, count * 2));
        }
        cuts[count++] = gapStart;
        cuts[count++] = gapEnd;
        certain = apart ? count : certain;
    }

    /** The source without them. */
    ByteBuffer without(byte[] source) {
        byte[] rest = new byte[source.length];
        int length = 0;
        int from = 0;
        int last = reached == source.length ? count : certain;
        for (int i = 0; i < last; i += 2) {
            System.arraycopy(source, from, rest, length, cuts[i] - from);
            length += cuts[i] - from;
            from = cuts[i + 1];
        }
        System.arraycopy(source, from, rest, length, source.length - from);
        return ByteBuffer.wrap(rest, 0, length + source.length - from);
    }
}
