package vn.vonggac.detector;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The encodings that scripts hide text in, undone. */
final class ScriptDecoding {

    private ScriptDecoding() {}

    /** What was meant by it: text in UTF-8 is read as such. */
    static Optional<String> base64(String text) {
        return bytes(text).map(ScriptDecoding::readable);
    }

    /** What {@code atob} gives: a character a byte. */
    static Optional<String> bytes(String text) {
        String plain = text.strip().replace("\n", "").replace("\r", "").replace('-', '+').replace('_', '/');
        if (plain.isEmpty() || plain.length() % 4 == 1) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(plain);
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What {@code unescape} gives; {@code %u0111} and bytes in UTF-8 are read too. */
    static String percent(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digits = text.startsWith("%u", i) ? 4 : 2;
            int from = i + (digits == 4 ? 2 : 1);
            int value = text.charAt(i) == '%' ? hex(text, from, digits) : -1;
            plain.append(value < 0 ? text.charAt(i) : (char) value);
            i = value < 0 ? i : from + digits - 1;
        }
        return readable(plain.toString());
    }

    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    /** Characters that are really the bytes of UTF-8 become the text they spell. */
    static String readable(String text) {
        boolean wide = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return text;
            }
            wide |= text.charAt(i) > 0x7f;
        }
        if (!wide) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** Whether it looks like words or markup and not like bytes. */
    static boolean printable(String text) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0x7f && c < 0xa0 || c == '\ufffd') {
                odd++;
            }
        }
        return odd * 50 <= text.length();
    }
}
