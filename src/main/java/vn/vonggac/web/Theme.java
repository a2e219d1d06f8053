package vn.vonggac.web;

import vn.vonggac.audit.Slug;

/** Light, dark, or as the reader's machine is set. */
public enum Theme {
    AUTO, LIGHT, DARK;

    static Theme named(String name) {
        for (Theme theme : values()) {
            if (theme.word().equals(name)) {
                return theme;
            }
        }
        return AUTO;
    }

    public String word() {
        return Slug.of(this);
    }

    /** What the page starts as; a small script asks the machine where the choice is left to it. */
    public String start() {
        return this == DARK ? "dark" : "light";
    }
}
