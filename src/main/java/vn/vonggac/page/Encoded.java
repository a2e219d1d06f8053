package vn.vonggac.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Text that an attribute keeps in Base64 for a script to put on the page. */
final class Encoded {

    private static final int SHORTEST = 32;
    private static final int LONGEST = 40_000;

    private Encoded() {}

    /** Markup or a sentence; empty for anything else, such as a picture, a key or a setting. */
    static Optional<String> text(String value) {
        if (value.length() < SHORTEST || value.length() > LONGEST || value.length() % 4 == 1
                || !isBase64(value)) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            String plain = text.startsWith("%3C") ? Percent.decode(text) : text;
            return Optional.of(plain).filter(Encoded::speaks);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean speaks(String text) {
        return text.indexOf('\ufffd') < 0 && (text.startsWith("<") || Sentence.isOne(text));
    }

    private static boolean isBase64(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isBase64(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter) || letter == '+' || letter == '/'
                || letter == '=';
    }
}
