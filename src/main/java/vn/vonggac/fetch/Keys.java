package vn.vonggac.fetch;

import vn.vonggac.audit.Slug;

/** Message keys of constants. */
final class Keys {

    private Keys() {}

    static String of(String start, Enum<?> constant) {
        return start + Slug.of(constant);
    }
}
