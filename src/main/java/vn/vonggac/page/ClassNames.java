package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class attribute, taken apart once for every element that carries it: the names, the one that stands in a tag
 * path, and what well-known names say of the place and of hiding.
 */
final class ClassNames {

    static final ClassNames NONE = new ClassNames("");

    private static final int MOST = 30;
    private static final int LONGEST = 30;
    private static final Set<String> AROUND = Set.of("menu", "nav", "navbar", "navigation", "footer",
            "sidebar",
            "breadcrumb", "breadcrumbs", "copyright", "topbar", "submenu", "mainmenu", "topmenu", "megamenu");
    private static final Set<String> GONE = Set.of("d-none", "hidden", "hide", "uk-hidden", "is-hidden",
            "w3-hide",
            "element-invisible", "u-hidden", "display-none");
    private static final Set<String> FOR_SCREEN_READERS = Set.of("sr-only", "visually-hidden",
            "screen-reader-text",
            "visuallyhidden", "screen-reader", "usa-sr-only");
    private static final Set<String> OFF_CANVAS = Set.of("offcanvas", "off-canvas", "offcanvas-start",
            "offcanvas-end", "mm-menu", "uk-offcanvas");

    private final String attribute;
    private final List<String> names;
    private final String segment;
    private final boolean around;
    private final long mask;
    private final @Nullable HiddenReason hidden;

    ClassNames(String attribute) {
        this.attribute = attribute;
        names = split(attribute);
        segment = names.stream().filter(ClassNames::isStable).findFirst().map(name -> "." + name).orElse("");
        mask = names.stream().mapToLong(Selector::bit).reduce(0, (a, b) -> a | b);
        around = names.stream().anyMatch(ClassNames::isAround);
        hidden = hiding(names);
    }

    private static List<String> split(String attribute) {
        List<String> names = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= attribute.length() && names.size() < MOST; i++) {
            boolean blank = i == attribute.length() || attribute.charAt(i) <= ' ';
            if (blank && start >= 0) {
                names.add(attribute.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return names;
    }

    /** Whether these are the names in this attribute. */
    boolean are(String other) {
        return attribute.equals(other);
    }

    List<String> all() {
        return names;
    }

    long mask() {
        return mask;
    }

    boolean holdsAll(List<String> wanted) {
        for (String name : wanted) {
            if (!names.contains(name)) {
                return false;
            }
        }
        return true;
    }

    /** The name that stands in a tag path, with its dot; empty when all of them look generated. */
    String segment() {
        return segment;
    }

    /** Whether the names say menu, footer or the like. */
    boolean isAround() {
        return around;
    }

    @Nullable
    HiddenReason hidden() {
        return hidden;
    }

    static boolean isAround(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (AROUND.contains(lower) || lower.startsWith("header") || lower.startsWith("footer")) {
            return true;
        }
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || lower.charAt(i) == '-' || lower.charAt(i) == '_') {
                if (i - start < lower.length() && AROUND.contains(lower.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static @Nullable HiddenReason hiding(List<String> names) {
        for (String name : names) {
            if (GONE.contains(name) && !isShownOnWideScreens(names)) {
                return HiddenReason.DISPLAY_NONE;
            }
            if (FOR_SCREEN_READERS.contains(name)) {
                return HiddenReason.CLIPPED;
            }
            if (OFF_CANVAS.contains(name)) {
                return HiddenReason.OFF_CANVAS;
            }
        }
        return names.contains("invisible") ? HiddenReason.VISIBILITY : null;
    }

    /** {@code d-none d-lg-block} and {@code hidden md:flex} hide on a phone only. */
    private static boolean isShownOnWideScreens(List<String> names) {
        return names.stream().anyMatch(name -> name.matches("d-(sm|md|lg|xl|xxl)-(?!none).+")
                || name.matches("(sm|md|lg|xl|2xl):(?!hidden).+"));
    }

    private static boolean isStable(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (!(letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter == '-'
                    || letter == '_')) {
                return false;
            }
        }
        return true;
    }
}
