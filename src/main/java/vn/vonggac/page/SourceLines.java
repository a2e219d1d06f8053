package vn.vonggac.page;

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

    private int[] keys = new int[256];
    private int[] lines = new int[256];
    private int count;
    private int next;
    private int line = 1;
    private int otherwise;
    private boolean withoutScript;
    private final List<String> styles = new ArrayList<>();

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

    /** What the style elements hold that a browser with scripts uses on a screen. */
    List<String> styles() {
        return styles;
    }

    /** The line of the next element of this name, in the order of the tree. */
    int lineOf(String name) {
        int key = key(name);
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
        int at = 0;
        while (at < source.length) {
            byte letter = source[at++];
            if (letter == '\n') {
                line++;
            } else if (letter == '<' && at < source.length) {
                at = tag(source, at);
            }
        }
    }

    private int tag(byte[] source, int start) {
        int letter = source[start] | 0x20;
        if (letter >= 'a' && letter <= 'z') {
            return startTag(source, start);
        }
        if (source[start] == '!' && start + 2 < source.length && source[start + 1] == '-'
                && source[start + 2] == '-') {
            return skipComment(source, start + 3);
        }
        if (source[start] == '/' && withoutScript && same(source, start + 1, "noscript")) {
            withoutScript = false;
        }
        return start;
    }

    private int startTag(byte[] source, int start) {
        int end = start;
        int key = 0;
        while (end < source.length && isName(source[end])) {
            key = key * 31 + (source[end] >= 'A' && source[end] <= 'Z' ? source[end] | 0x20 : source[end]);
            end++;
        }
        add(key);
        int close = skipAttributes(source, end);
        withoutScript |= key == NOSCRIPT;
        if (!isRaw(key)) {
            return close;
        }
        int rawEnd = skipRaw(source, close, start, end);
        if (key == STYLE && !withoutScript) {
            style(source, end, close, rawEnd - (end - start) - 2);
        }
        return rawEnd;
    }

    private void style(byte[] source, int from, int start, int end) {
        String attributes = new String(source, from, start - from, StandardCharsets.ISO_8859_1);
        if (end > start && !attributes.contains("print")) {
            styles.add(new String(source, start, end - start, StandardCharsets.UTF_8));
        }
    }

    private void add(int key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
        }
        keys[count] = key;
        lines[count++] = line;
    }

    private int skipAttributes(byte[] source, int start) {
        int quote = 0;
        int at = start;
        for (; at < source.length; at++) {
            byte letter = source[at];
            if (letter == '\n') {
                line++;
            } else if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '>') {
                return at + 1;
            } else if ((letter == '"' || letter == '\'') && source[at - 1] == '=') {
                quote = letter;
            }
        }
        return at;
    }

    private int skipComment(byte[] source, int start) {
        for (int at = start; at < source.length; at++) {
            if (source[at] == '\n') {
                line++;
            } else if (source[at] == '>' && source[at - 1] == '-' && source[at - 2] == '-') {
                return at + 1;
            }
        }
        return source.length;
    }

    /** What is inside script, style and the like is text, whatever it looks like. */
    private int skipRaw(byte[] source, int from, int nameStart, int nameEnd) {
        int length = nameEnd - nameStart;
        for (int at = from; at < source.length; at++) {
            if (source[at] == '\n') {
                line++;
            } else if (source[at] == '<' && at + 1 + length < source.length && source[at + 1] == '/'
                    && same(source, at + 2, nameStart, length)) {
                return at + 2 + length;
            }
        }
        return source.length;
    }

    private static boolean same(byte[] source, int first, int second, int length) {
        for (int i = 0; i < length && first + i < source.length; i++) {
            if ((source[first + i] | 0x20) != (source[second + i] | 0x20)) {
                return false;
            }
        }
        return first + length <= source.length;
    }

    private static boolean same(byte[] source, int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (start + i >= source.length || (source[start + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(byte letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9' || letter == '-' || letter == ':' || letter == '_';
    }

    private static int key(String name) {
        return name.hashCode();
    }

    private static boolean isRaw(int key) {
        return key == SCRIPT || key == STYLE || key == TEXTAREA || key == TITLE || key == XMP;
    }
}
