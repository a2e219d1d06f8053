package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what kind of document bytes are. The bytes decide; the declared type only chooses between kinds of text. */
final class Sniffer {

    private static final int LOOKED_AT = 1_536;
    private static final int MOSTLY = 10;
    /** Of bytes by chance every twelfth is no letter. */
    private static final int RANDOM = 20;
    private static final Pattern TAG = Pattern.compile(
            "<(?:!doctype|html|head|body|title|meta|script|iframe|div|table|a|p|h[1-6]|br|b|i|font|center|img|ul|style|link|base|form|span|marquee|noscript|frameset|svg|section|main|header|footer)[\\s/>]");
    private static final Pattern FEED = Pattern
            .compile("<(?:rss|feed|urlset|sitemapindex|rdf:rdf|opml)[\\s>:]");
    private static final List<String> PICTURES = List.of("\u0089PNG", "GIF8", "\u00ff\u00d8\u00ff", "BM",
            "II*\0",
            "MM\0*", "\0\0\u0001\0");
    private static final List<String> BINARIES = List.of("PK\u0003\u0004", "\u001f\u008b", "MZ",
            "\u00d0\u00cf\u0011\u00e0",
            "Rar!", "7z\u00bc", "\u007fELF", "ID3", "OggS", "wOFF", "wOF2", "\u0028\u00b5\u002f\u00fd");

    private Sniffer() {}

    static Format format(PageSource source) {
        byte[] body = source.body();
        String head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        int pdf = head.indexOf("%PDF-");
        if (pdf >= 0 && pdf < 1_024 && head.lastIndexOf('<', pdf) < 0) {
            return Format.PDF;
        }
        Optional<Format> packed = packed(head);
        return packed.isPresent() ? packed.get() : text(source, unmarked(body, head));
    }

    private static Optional<Format> packed(String head) {
        boolean wide = head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff");
        if (isPicture(head)) {
            return Optional.of(Format.IMAGE);
        }
        boolean binary = beginsLike(BINARIES, head) || !wide && isControl(head, MOSTLY);
        return binary ? Optional.of(Format.BINARY) : Optional.empty();
    }

    /** Planted pages begin with a picture's first letters to pass an upload form: a picture has zeros in it too. */
    private static boolean isPicture(String head) {
        boolean webp = head.startsWith("RIFF") && head.startsWith("WEBP", 8);
        return head.indexOf('\0') >= 0 && (webp || beginsLike(PICTURES, head));
    }

    private static boolean beginsLike(List<String> beginnings, String head) {
        for (String beginning : beginnings) {
            if (head.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Whether more than one letter in so many is none that a text has. */
    private static boolean isControl(String head, int one) {
        int control = 0;
        for (int i = 0; i < head.length(); i++) {
            char letter = head.charAt(i);
            control += letter < 9 || letter > 13 && letter < 27 ? 1 : 0;
        }
        return control * one > head.length();
    }

    private static String unmarked(byte[] body, String head) {
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
            return new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_16);
        }
        return head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    }

    private static Format text(PageSource source, String head) {
        String type = source.contentType().orElse("").toLowerCase(Locale.ROOT);
        String lower = head.strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/plain")) {
            return Format.TEXT;
        }
        if (type.contains("javascript")) {
            return Format.SCRIPT;
        }
        if (type.startsWith("text/css")) {
            return Format.STYLESHEET;
        }
        return markup(type, lower, source.body().length);
    }

    private static Format markup(String type, String head, int size) {
        if (type.contains("html") || head.startsWith("<!doctype html") || head.startsWith("<html")) {
            return Format.HTML;
        }
        boolean xml = head.startsWith("<?xml") || head.startsWith("<") && FEED.matcher(head).find();
        if (xml && !head.contains("<html") && !head.contains("<!doctype html")) {
            return Format.XML;
        }
        boolean braced = head.startsWith("{") || head.startsWith("[");
        if (braced && (type.contains("json") || !TAG.matcher(head).find())) {
            return Format.JSON;
        }
        if (TAG.matcher(head).find() || size > LOOKED_AT && head.startsWith("<")) {
            return Format.HTML;
        }
        return isControl(head, RANDOM) ? Format.BINARY : Format.TEXT;
    }
}
