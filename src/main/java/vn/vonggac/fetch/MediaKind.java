package vn.vonggac.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What bytes are when one looks at them, whatever their header or file name says. */
public enum MediaKind {
    EMPTY, HTML, XML, JSON, TEXT, SCRIPT, STYLESHEET, PDF, OFFICE, IMAGE, AUDIO_VIDEO, FONT, ARCHIVE, EXECUTABLE, BINARY;

    private static final int LOOKED_AT = 1_024;
    private static final List<String> TAGS = List.of("!doctype html", "html", "head", "body", "title", "meta",
            "script",
            "style", "link", "iframe", "frameset", "table", "div", "center", "font", "form", "h1", "h2",
            "img", "span",
            "marquee", "br", "p", "a", "b", "!--");
    private static final List<Magic> MAGIC = List.of(new Magic("%PDF-", 0, PDF),
            new Magic("{\\rtf", 0, OFFICE),
            new Magic("\u00d0\u00cf\u0011\u00e0", 0, OFFICE), new Magic("Rar!", 0, ARCHIVE),
            new Magic("7z\u00bc\u00af", 0, ARCHIVE), new Magic("\u001f\u008b", 0, ARCHIVE),
            new Magic("ustar", 257, ARCHIVE), new Magic("\u0089PNG", 0, IMAGE), new Magic("GIF8", 0, IMAGE),
            new Magic("\u00ff\u00d8\u00ff", 0, IMAGE), new Magic("WEBP", 8, IMAGE),
            new Magic("\0\0\u0001\0", 0, IMAGE), new Magic("ftypavif", 4, IMAGE), new Magic("BM", 0, IMAGE),
            new Magic("ftyp", 4, AUDIO_VIDEO), new Magic("ID3", 0, AUDIO_VIDEO),
            new Magic("OggS", 0, AUDIO_VIDEO), new Magic("RIFF", 0, AUDIO_VIDEO),
            new Magic("\u001aE\u00df\u00a3", 0, AUDIO_VIDEO), new Magic("FLV\u0001", 0, AUDIO_VIDEO),
            new Magic("wOFF", 0, FONT), new Magic("wOF2", 0, FONT), new Magic("OTTO", 0, FONT),
            new Magic("\0\u0001\0\0", 0, FONT), new Magic("MZ", 0, EXECUTABLE),
            new Magic("\u007fELF", 0, EXECUTABLE));

    private record Magic(String bytes, int at, MediaKind kind) {}

    /** Looks at the first bytes; the declared type decides only where they are plain text. */
    public static MediaKind of(byte[] bytes, String contentType) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return isOffice(start) ? OFFICE : ARCHIVE;
        }
        boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        String text = wide ? start.substring(2).replace("\0", "") : start;
        int at = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '<') {
            return markup(text, at, contentType);
        }
        String seen = text.substring(at).toLowerCase(Locale.ROOT);
        return MAGIC.stream().filter(magic -> start.startsWith(magic.bytes(), magic.at())
                && (magic.bytes().length() > 2 || !isText(start))).map(Magic::kind).findFirst()
                .orElseGet(() -> other(text, seen, contentType));
    }

    private static MediaKind markup(String text, int at, String contentType) {
        if (TAGS.stream().anyMatch(tag -> text.regionMatches(true, at + 1, tag, 0, tag.length())
                && endsTag(text, at, tag))) {
            return HTML;
        }
        String seen = text.substring(at).toLowerCase(Locale.ROOT);
        if (seen.contains("<html") || seen.contains("<body")) {
            return HTML;
        }
        boolean xml = seen.startsWith("<?xml") || seen.startsWith("<svg") || seen.startsWith("<rss")
                || seen.startsWith("<feed") || seen.startsWith("<urlset") || seen.startsWith("<sitemapindex");
        return xml ? XML : declared(contentType, TEXT);
    }

    private static boolean endsTag(String text, int at, String tag) {
        int end = at + 1 + tag.length();
        return tag.startsWith("!") || end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    private static MediaKind other(String text, String seen, String contentType) {
        if (!isText(text)) {
            return text.contains("%PDF-") ? PDF : BINARY;
        }
        if (seen.contains("<html") || seen.contains("<body") || seen.contains("<!doctype html")) {
            return HTML;
        }
        boolean braced = seen.startsWith("{") || seen.startsWith("[");
        return braced && contentType.toLowerCase(Locale.ROOT).contains("json")
                ? JSON
                : declared(contentType, TEXT);
    }

    private static MediaKind declared(String contentType, MediaKind otherwise) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("html")) {
            return HTML;
        }
        if (type.contains("css")) {
            return STYLESHEET;
        }
        if (type.contains("javascript") || type.contains("ecmascript")) {
            return SCRIPT;
        }
        if (type.contains("json")) {
            return JSON;
        }
        return type.contains("xml") ? XML : otherwise;
    }

    private static boolean isText(String start) {
        return start.chars()
                .noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b);
    }

    private static boolean isOffice(String start) {
        return start.contains("[Content_Types].xml") || start.contains("word/") || start.contains("xl/")
                || start.contains("ppt/") || start.contains("mimetypeapplication/vnd.oasis");
    }
}
