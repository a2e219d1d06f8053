package vn.vonggac.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text, decoded without complaint: what is not an escape stays as it is. */
public final class Percent {

    private Percent() {}

    public static String decode(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            int value = encoded[i] == '%' && i + 2 < encoded.length
                    ? hex(encoded[i + 1], encoded[i + 2])
                    : -1;
            decoded.write(value < 0 ? encoded[i] : value);
            i += value < 0 ? 0 : 2;
        }
        return decoded.toByteArray();
    }

    private static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
