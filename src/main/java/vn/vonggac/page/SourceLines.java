package vn.vonggac.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * On which line of the source each start tag stands. jsoup can tell, but asking it to costs more than the whole
 * reading (parsing takes 2.5 times as long); the tags come in the order of the tree nearly always, so one scan of
 * the bytes is enough. An element that has no tag of its own gets the line of the one before it.
 */
final class SourceLines {

    /** How many tags without an element are passed over before an element counts as one without a tag. */
    private static final int LOOK_AHEAD = 8;
    private static final int SCRIPT = "script".hashCode();
    private static final int STYLE = "style".hashCode();
    private static final int TEXTAREA = "textarea".hashCode();
    private static final int TITLE = "title".hashCode();
    private static final int XMP = "xmp".hashCode();
    private static final int NOSCRIPT = "noscript".hashCode();

    private static final int[] NOTHING = {};
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_BYTE = 0x0101010101010101L;
    private static final long BREAKS = '\n' * EVERY_BYTE;
    private static final long LOW_BITS = 0x7f * EVERY_BYTE;

    private int[] keys = NOTHING;
    private int[] lines = NOTHING;
    private int count;
    private int next;
    private int line = 1;
    private int otherwise;
    private boolean withoutScript;
    private final List<String> styles = new ArrayList<>();
    private final Indents indents = new Indents();

    private SourceLines() {}

    /** For markup that stands on one line of the page, or nowhere. */
    static SourceLines at(int line) {
        SourceLines lines = new SourceLines();
        lines.otherwise = line;
        return lines;
    }

    static SourceLines of(byte[] source) {
        SourceLines lines = new SourceLines();
        lines.scan(source);
        return lines;
    }

    int tags() {
        return count;
    }

    /** The blanks in the source that say nothing. */
    Indents indents() {
        return indents;
    }

    /** What the style elements hold that a browser with scripts uses on a screen. */
    List<String> styles() {
        return styles;
    }

    /** The line of the next element of this name, in the order of the tree. */
    int lineOf(String name) {
        int key = name.hashCode();
        int last = Math.min(count, next + LOOK_AHEAD);
        for (int i = next; i < last; i++) {
            if (keys[i] == key) {
                next = i + 1;
                return lines[i];
            }
        }
        return next == 0 ? otherwise : lines[next - 1];
    }

    private void scan(byte[] source) {
        int at = next(source, 0, '<');
        while (at + 1 < source.length) {
            at = next(source, blanks(source, tag(source, at + 1)), '<');
        }
    }

    /** Where this comes next, with the lines up to there counted; eight bytes at a time, for scripts are long. */
    private int next(byte[] source, int from, int sought) {
        long all = sought * EVERY_BYTE;
        int at = from;
        for (; at + Long.BYTES <= source.length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(source, at);
            long found = same(eight, all);
            if (found != 0) {
                int before = Long.numberOfTrailingZeros(found) >>> 3;
                line += Long.bitCount(same(eight, BREAKS) & Long.lowestOneBit(found) - 1);
                return at + before;
            }
            line += Long.bitCount(same(eight, BREAKS));
        }
        for (; at < source.length && source[at] != sought; at++) {
            line += source[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /** The highest bit of every byte that is the same in both. */
    private static long same(long first, long second) {
        long differs = first ^ second;
        return ~((differs & LOW_BITS) + LOW_BITS | differs | LOW_BITS);
    }

    private int blanks(byte[] source, int start) {
        int at = start;
        for (; at < source.length && isBlank(source[at]); at++) {
            line += source[at] == '\n' ? 1 : 0;
        }
        indents.gap(start, at);
        return at;
    }

    private int tag(byte[] source, int start) {
        if (isLetter(source[start])) {
            return startTag(source, start);
        }
        if (source[start] == '!' && start + 2 < source.length && source[start + 1] == '-'
                && source[start + 2] == '-') {
            indents.comment(start - 1);
            return skipComment(source, start + 3);
        }
        if (source[start] == '/' && start + 1 < source.length && isLetter(source[start + 1])) {
            return endTag(source, start + 1);
        }
        indents.text();
        return start;
    }

    private int startTag(byte[] source, int start) {
        int end = nameEnd(source, start);
        int key = key(source, start, end);
        add(key);
        if (!withoutScript) {
            indents.tag(key, true, start - 1);
        }
        withoutScript |= key == NOSCRIPT;
        int close = skipAttributes(source, end);
        if (!isRaw(key)) {
            return close;
        }
        int rawEnd = skipRaw(source, close, start, end);
        if (key == STYLE && !withoutScript) {
            style(source, end, close, rawEnd);
        }
        return rawEnd;
    }

    private int endTag(byte[] source, int start) {
        int end = nameEnd(source, start);
        int key = key(source, start, end);
        withoutScript &= key != NOSCRIPT;
        if (!withoutScript) {
            indents.tag(key, false, start - 2);
        }
        return skipAttributes(source, end);
    }

    private void style(byte[] source, int from, int start, int end) {
        String attributes = new String(source, from, start - from, StandardCharsets.ISO_8859_1);
        if (end > start && !attributes.contains("print")) {
            styles.add(new String(source, start, end - start, StandardCharsets.UTF_8));
        }
    }

    private void add(int key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(256, count * 2));
            lines = Arrays.copyOf(lines, keys.length);
        }
        keys[count] = key;
        lines[count++] = line;
    }

    private int skipAttributes(byte[] source, int start) {
        int at = start;
        for (; at < source.length; at++) {
            byte letter = source[at];
            if (letter == '>') {
                return at + 1;
            } else if ((letter == '"' || letter == '\'') && source[at - 1] == '=') {
                at = next(source, at + 1, letter);
            } else if (letter == '\n') {
                line++;
            }
        }
        return source.length;
    }

    private int skipComment(byte[] source, int start) {
        int at = next(source, start, '>');
        while (at < source.length && !(source[at - 1] == '-' && source[at - 2] == '-')) {
            at = next(source, at + 1, '>');
        }
        return Math.min(source.length, at + 1);
    }

    /** What is inside script, style and the like is text, whatever it looks like, up to the end tag. */
    private int skipRaw(byte[] source, int from, int nameStart, int nameEnd) {
        int length = nameEnd - nameStart;
        int at = next(source, from, '<');
        while (at + 1 + length < source.length
                && !(source[at + 1] == '/' && same(source, at + 2, nameStart, length))) {
            at = next(source, at + 1, '<');
        }
        return at + 1 + length < source.length ? at : source.length;
    }

    private static boolean same(byte[] source, int first, int second, int length) {
        for (int i = 0; i < length && first + i < source.length; i++) {
            if ((source[first + i] | 0x20) != (source[second + i] | 0x20)) {
                return false;
            }
        }
        return first + length <= source.length;
    }

    private static int nameEnd(byte[] source, int start) {
        int end = start;
        while (end < source.length && isName(source[end])) {
            end++;
        }
        return end;
    }

    /** The hash that the name has as a text in small letters. */
    private static int key(byte[] source, int start, int end) {
        int key = 0;
        for (int i = start; i < end; i++) {
            key = key * 31 + (source[i] >= 'A' && source[i] <= 'Z' ? source[i] | 0x20 : source[i]);
        }
        return key;
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f';
    }

    private static boolean isLetter(byte letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    private static boolean isName(byte letter) {
        return isLetter(letter) || letter >= '0' && letter <= '9' || letter == '-' || letter == ':'
                || letter == '_';
    }

    private static boolean isRaw(int key) {
        return key == SCRIPT || key == STYLE || key == TEXTAREA || key == TITLE || key == XMP;
    }
}
