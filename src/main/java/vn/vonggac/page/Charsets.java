package vn.vonggac.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Turns bytes into text by byte-order mark, declared type, the page's own declaration, or by trying. */
final class Charsets {

    /** A text without a byte-order mark, as bytes in an encoding in which tags look as they do in ASCII. */
    @SuppressWarnings("ArrayRecordComponent")
    record Source(byte[] bytes, Charset charset) {}

    private static final int DECLARED_WITHIN = 4_096;
    /** A text that was cut off may end within a letter. */
    private static final int CUT_SHORT = 3;
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private Charsets() {}

    static String decode(byte[] body, Optional<String> contentType) {
        Source source = source(body, contentType);
        return new String(source.bytes(), source.charset());
    }

    static Source source(byte[] body, Optional<String> contentType) {
        Optional<Charset> known = byMark(body).or(() -> contentType.flatMap(Charsets::named)
                .or(() -> named(head(body)).filter(charset -> !isWide(charset)))
                .filter(charset -> !contradicted(charset, body)));
        if (known.isEmpty()) {
            boolean whole = whole(new String(body, StandardCharsets.UTF_8));
            return new Source(body, whole ? StandardCharsets.UTF_8 : FALLBACK);
        }
        return isWide(known.get())
                ? new Source(unmarked(new String(body, known.get()).getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8)
                : new Source(unmarked(body), known.get());
    }

    private static byte[] unmarked(byte[] body) {
        boolean marked = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb
                && body[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(body, 3, body.length) : body;
    }

    /** Whether it was UTF-8: without a broken letter, or with one at the end after others that are whole. */
    private static boolean whole(String text) {
        int broken = text.indexOf('\ufffd');
        return broken < 0 || broken >= text.length() - CUT_SHORT
                && text.chars().limit(broken).anyMatch(letter -> letter > 0x7f);
    }

    /** A page declared to be of one byte a letter whose bytes are UTF-8 throughout: search engines read it as that. */
    private static boolean contradicted(Charset declared, byte[] body) {
        if (!FALLBACK.equals(declared) && !declared.equals(StandardCharsets.US_ASCII)) {
            return false;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() < body.length && whole(text);
    }

    private static Optional<Charset> byMark(byte[] body) {
        int first = body.length > 1 ? (body[0] & 0xff) << 8 | body[1] & 0xff : 0;
        return switch (first) {
            case 0xfeff -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xfffe -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xefbb -> Optional.of(StandardCharsets.UTF_8);
            default -> Optional.empty();
        };
    }

    /** Encodings in which a tag is not the bytes of its ASCII letters. */
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                || charset.name().startsWith("IBM");
    }

    private static String head(byte[] body) {
        return new String(body, 0, Math.min(body.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> named(String text) {
        int lower = text.indexOf("charset=");
        int start = lower < 0 ? text.toLowerCase(Locale.ROOT).indexOf("charset=") : lower;
        if (start < 0) {
            return Optional.empty();
        }
        int from = start + 8;
        while (from < text.length()
                && (text.charAt(from) == '"' || text.charAt(from) == '\'' || text.charAt(from) == ' ')) {
            from++;
        }
        int end = from;
        while (end < text.length() && end - from < 40 && isName(text.charAt(end))) {
            end++;
        }
        return charset(text.substring(from, end));
    }

    private static boolean isName(char letter) {
        return letter < 0x7f && (Character.isLetterOrDigit(letter) || "-_:.".indexOf(letter) >= 0);
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? FALLBACK : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
