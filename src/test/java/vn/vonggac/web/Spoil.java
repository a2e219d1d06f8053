package vn.vonggac.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One way in which a field can be wrong; {@code encoded} is the value as a body carries it. */
enum Spoil {
    MISSING(""), LONG(encode("x".repeat(250_000))), WRONG_TYPE(encode("không phải")), ENCODING(
            "%FF%FE"), RIGHT_TO_LEFT(
                    encode("a\u202Eb")), ZERO_WIDTH(encode("a\u200Bb")), NUL("a%00b"), TWICE("a");

    private final String encoded;

    Spoil(String encoded) {
        this.encoded = encoded;
    }

    String encoded() {
        return encoded;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
