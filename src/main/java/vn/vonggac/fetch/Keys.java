package vn.vonggac.fetch;

import java.util.Locale;

/** Message keys of constants. */
final class Keys {

    private Keys() {}

    static String of(String start, Enum<?> constant) {
        return start + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
