package vn.vonggac.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.vonggac.page.Look.Property;

/** Decides from how an element looks whether a reader can see it. */
final class Hiding {

    private static final int FAR_RIGHT = 5_000;
    private static final int OPAQUE_ENOUGH = 5;
    private static final int TINY_FONT = 1;
    private static final int WRAPPERS = 3;
    /** Nobody can see what is two pixels wide. */
    private static final Pattern NO_SIZE = Pattern.compile("(?:0.*|[12](?:px)?)", Pattern.DOTALL);
    /** As lengths read 95 % of the window. */
    private static final int NEARLY_ALL = 950;

    private Hiding() {}

    /** Why the element and all within are gone, whatever those say of themselves. */
    static @Nullable HiddenReason of(Look look) {
        if (look.get(Property.DISPLAY) == Look.NONE) {
            return HiddenReason.DISPLAY_NONE;
        }
        if (isFaint(look)) {
            return HiddenReason.TRANSPARENT;
        }
        if (look.get(Property.CLIP) == Look.NONE) {
            return HiddenReason.CLIPPED;
        }
        if (isAway(look)) {
            return HiddenReason.OFF_SCREEN;
        }
        return look.get(Property.OVERFLOW) == Look.NONE && isFlat(look) ? HiddenReason.ZERO_SIZE : null;
    }

    private static boolean isAway(Look look) {
        boolean placed = look.get(Property.POSITION) >= Look.PLACED;
        return look.get(Property.TRANSFORM) == Look.NONE || isFar(look.get(Property.MARGIN_LEFT))
                || isFar(look.get(Property.MARGIN_TOP)) || placed && isMoved(look);
    }

    static boolean isFaint(Look look) {
        int opacity = look.get(Property.OPACITY);
        return opacity != Look.UNSET && opacity < OPAQUE_ENOUGH;
    }

    static boolean isMoved(Look look) {
        return isFar(look.get(Property.LEFT)) || isFar(look.get(Property.RIGHT))
                || isFar(look.get(Property.TOP))
                || isFar(look.get(Property.BOTTOM)) || look.get(Property.LEFT) > FAR_RIGHT
                || look.get(Property.TOP) > FAR_RIGHT || isFar(look.get(Property.MARGIN_LEFT))
                || isFar(look.get(Property.MARGIN_TOP));
    }

    private static boolean isFar(int offset) {
        return offset != Look.UNSET && offset < -Lengths.FAR;
    }

    static boolean isFlat(Look look) {
        return isTiny(look.get(Property.WIDTH)) || isTiny(look.get(Property.HEIGHT))
                || isTiny(look.get(Property.MAX_WIDTH)) || isTiny(look.get(Property.MAX_HEIGHT));
    }

    private static boolean isTiny(int size) {
        return size == 0 || size == 1;
    }

    static boolean hasNoFont(Look look) {
        int font = look.get(Property.FONT_SIZE);
        return font != Look.UNSET && font <= TINY_FONT;
    }

    static boolean isIndented(Look look) {
        return isFar(look.get(Property.TEXT_INDENT));
    }

    /** Whether it, or what it fills, lies over the whole window, however the page is scrolled. */
    static boolean covers(Element element, Level level) {
        boolean whole = Elements.attribute(element, "width").equals("100%")
                && Elements.attribute(element, "height").equals("100%");
        Level at = level;
        for (int i = 0; i < WRAPPERS && at != null; i++) {
            Look look = at.look();
            boolean fixed = look.get(Property.POSITION) == Look.FIXED || isLaidOverBody(look, at);
            boolean filled = whole && at == level || isWhole(look) || fixed && isPinned(look);
            if (fixed || !filled) {
                return fixed && filled;
            }
            at = at.parent;
        }
        return false;
    }

    /** What stands in the body itself is placed from the corner of the page. */
    private static boolean isLaidOverBody(Look look, Level at) {
        return look.get(Property.POSITION) == Look.PLACED && at.parent != null && at.parent.tag.equals("body")
                && look.get(Property.TOP) == 0 && look.get(Property.LEFT) == 0;
    }

    private static boolean isWhole(Look look) {
        return look.get(Property.WIDTH) >= NEARLY_ALL && look.get(Property.HEIGHT) >= NEARLY_ALL;
    }

    private static boolean isPinned(Look look) {
        return look.get(Property.TOP) == 0 && look.get(Property.BOTTOM) == 0
                && look.get(Property.LEFT) == 0 && look.get(Property.RIGHT) == 0;
    }

    /** What elements within take over unless they say otherwise. */
    static void handDown(Look look, Level level) {
        int visibility = look.get(Property.VISIBILITY);
        level.invisible = visibility == Look.UNSET ? level.invisible : visibility == Look.NONE;
        boolean sized = look.get(Property.FONT_SIZE) != Look.UNSET;
        level.fontless = sized ? hasNoFont(look) : level.fontless;
        boolean indents = look.get(Property.TEXT_INDENT) != Look.UNSET;
        level.indented = indents ? isIndented(look) : level.indented;
    }

    /** Sizes given as attributes, the way frames, pictures and marquees have them. */
    static boolean isZero(String size) {
        String plain = size.strip();
        return NO_SIZE.matcher(plain).matches();
    }
}
