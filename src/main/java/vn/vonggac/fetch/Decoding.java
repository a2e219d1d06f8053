package vn.vonggac.fetch;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as text: the charset that was used and how it was found. Old portals still serve Vietnamese in
 * windows-1258, and in TCVN3 and VNI, which are fonts that draw Vietnamese letters in the places of others; all
 * are recognised by whether syllables come out, and converted to Unicode.
 *
 * @param charset the name of what the bytes were in; {@code TCVN3} and {@code VNI} besides the usual names
 * @param damaged whether some bytes meant nothing in it
 */
public record Decoding(String text, String charset, Found found, boolean damaged) {

    public enum Found {
        BYTE_ORDER_MARK, HEADER, META, DETECTED, ASSUMED
    }

    private static final int DECLARED_WITHIN = 4_096;
    private static final int GUESSED_FROM = 65_536;
    private static final int SURE = 60;
    private static final char BAD = '\ufffd';
    private static final Pattern DECLARATION = Pattern.compile(
            "(?i)<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)|<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]+)"
                    + "|^@charset \"([\\w:.-]+)\"");
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"'\\s;,]+)");

    /**
     * @param declared outside the bytes, as in a {@code Content-Type} header; a declaration inside is looked for
     */
    public static Decoding of(byte[] bytes, Optional<String> declared) {
        Optional<Decoding> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<String> inside = declaredIn(bytes);
        Found how = declared.flatMap(CharsetNames::find).isPresent() ? Found.HEADER : Found.META;
        Optional<Charset> named = declared.flatMap(CharsetNames::find)
                .or(() -> inside.flatMap(CharsetNames::find));
        if (named.isPresent() && named.get().name().startsWith("UTF-16") && hasZeros(bytes)) {
            return decoded(bytes, named.get(), how);
        }
        String unicode = new String(bytes, StandardCharsets.UTF_8);
        if (isUtf8(unicode)) {
            boolean said = named.filter(StandardCharsets.UTF_8::equals).isPresent();
            boolean plain = unicode.length() == bytes.length;
            return drawn(unicode, new Decoding(unicode, "UTF-8",
                    said ? how : plain ? Found.ASSUMED : Found.DETECTED, unicode.indexOf(BAD) >= 0));
        }
        return legacy(bytes, named.filter(name -> !name.name().startsWith("UTF-")), how);
    }

    /** The charset parameter of a {@code Content-Type} value. */
    public static Optional<String> charsetOf(String contentType) {
        Matcher parameter = PARAMETER.matcher(contentType);
        return parameter.find() ? Optional.of(parameter.group(1)) : Optional.empty();
    }

    private static Optional<Decoding> byMark(byte[] bytes) {
        int start = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (start == 0xefbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf) {
            String text = new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
            return Optional.of(new Decoding(text, "UTF-8", Found.BYTE_ORDER_MARK, text.indexOf(BAD) >= 0));
        }
        return switch (start) {
            case 0xfffe -> Optional.of(marked(bytes, StandardCharsets.UTF_16LE));
            case 0xfeff -> Optional.of(marked(bytes, StandardCharsets.UTF_16BE));
            default -> Optional.empty();
        };
    }

    private static Decoding marked(byte[] bytes, Charset charset) {
        String text = new String(bytes, 2, bytes.length - 2, charset);
        return new Decoding(text, charset.name(), Found.BYTE_ORDER_MARK, text.indexOf(BAD) >= 0);
    }

    /** Whether it was UTF-8 but for a few broken places, as where a body was cut. */
    private static boolean isUtf8(String unicode) {
        if (unicode.indexOf(BAD) < 0) {
            return true;
        }
        long bad = unicode.chars().filter(c -> c == BAD).count();
        long foreign = unicode.chars().filter(c -> c >= 0x80).count();
        return bad * 10 <= foreign;
    }

    private static Decoding legacy(byte[] bytes, Optional<Charset> named, Found how) {
        Optional<Decoding> asSaid = named.map(charset -> decoded(bytes, charset, how));
        if (asSaid.isPresent()
                && (CharsetNames.isWide(named.get()) || Syllables.isVietnamese(asSaid.get().text()))) {
            return asSaid.get();
        }
        Decoding viet = decoded(bytes, CharsetNames.VIETNAMESE, Found.DETECTED);
        if (Syllables.isVietnamese(viet.text())) {
            return viet;
        }
        Decoding west = decoded(bytes, CharsetNames.WESTERN, Found.ASSUMED);
        Decoding drawn = drawn(west.text(), west);
        return drawn == west ? asSaid.orElseGet(() -> guessed(bytes).orElse(west)) : drawn;
    }

    /** Text whose letters only a Vietnamese font of old turns into Vietnamese. */
    private static Decoding drawn(String text, Decoding otherwise) {
        return VietnameseFont.of(text)
                .map(font -> new Decoding(font.convert(text), font.name(), Found.DETECTED,
                        otherwise.damaged()))
                .orElse(otherwise);
    }

    private static Optional<Decoding> guessed(byte[] bytes) {
        byte[] start = bytes.length <= GUESSED_FROM ? bytes : java.util.Arrays.copyOf(bytes, GUESSED_FROM);
        CharsetMatch match = new CharsetDetector().setText(start).detect();
        return match == null || match.getConfidence() < SURE
                ? Optional.empty()
                : CharsetNames.find(match.getName()).map(charset -> decoded(bytes, charset, Found.DETECTED));
    }

    private static Decoding decoded(byte[] bytes, Charset charset, Found how) {
        String text = new String(bytes, charset);
        String composed = charset.equals(CharsetNames.VIETNAMESE)
                ? Normalizer.normalize(text, Normalizer.Form.NFC)
                : text;
        return new Decoding(composed, charset.name(), how, text.indexOf(BAD) >= 0);
    }

    private static Optional<String> declaredIn(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN),
                StandardCharsets.ISO_8859_1);
        Matcher found = DECLARATION.matcher(start.replace("\0", ""));
        if (!found.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return Optional.of(found.group(group).toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static boolean hasZeros(byte[] bytes) {
        int zeros = 0;
        int looked = Math.min(bytes.length, 512);
        for (int i = 0; i < looked; i++) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros * 5 > looked;
    }
}
