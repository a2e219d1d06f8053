package vn.vonggac.audit;

import java.util.Locale;

/** The word by which a constant goes outside the code: in a form, an address, a file, a row, a message key. */
public final class Slug {

    private Slug() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
