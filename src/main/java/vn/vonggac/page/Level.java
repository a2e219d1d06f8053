package vn.vonggac.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that the walk is inside of, with what it hands down to those within. Reused at its depth. */
final class Level {

    /** Longer tag paths tell nothing more and cost memory on every block. */
    private static final int LONGEST_PATH = 400;

    final @Nullable Level parent;
    final int depth;
    private @Nullable Level child;

    String tag = "";
    String id = "";
    ClassNames names = ClassNames.NONE;
    int line;
    Block.Region region = Block.Region.MAIN;
    boolean heading;
    boolean breaks;
    long pathHash;

    @Nullable
    HiddenReason gone;
    @Nullable
    HiddenReason childrenGone;
    boolean invisible;
    boolean fontless;
    boolean indented;
    int colour = Colours.UNKNOWN;
    int background = Colours.UNKNOWN;

    private @Nullable Element element;
    private @Nullable String path;
    private @Nullable ClassNames lastChildNames;
    private String lastChildTag = "";
    private String lastChildPath = "";

    Level(@Nullable Level parent) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** The level below, taken over for this element with what is handed down. */
    Level enter(Element inside, String name) {
        if (child == null) {
            child = new Level(this);
        }
        Level below = child;
        below.element = inside;
        below.tag = name;
        below.id = "";
        below.names = ClassNames.NONE;
        below.path = null;
        below.lastChildNames = null;
        below.region = region;
        below.heading = heading;
        below.gone = gone != null || name.equals("summary") ? gone : childrenGone;
        below.childrenGone = null;
        below.invisible = invisible;
        below.fontless = fontless;
        below.indented = indented;
        below.colour = colour;
        below.background = background;
        return below;
    }

    void standAt(Place place) {
        path = place.path();
        line = place.line();
    }

    /** Why a reader cannot see text that stands here, null when it can be seen. */
    @Nullable
    HiddenReason hidden() {
        if (gone != null) {
            return gone;
        }
        if (childrenGone != null) {
            return childrenGone;
        }
        if (invisible) {
            return HiddenReason.VISIBILITY;
        }
        if (fontless) {
            return HiddenReason.ZERO_FONT;
        }
        if (indented) {
            return HiddenReason.TEXT_INDENT;
        }
        if (colour == Colours.TRANSPARENT) {
            return HiddenReason.TRANSPARENT;
        }
        return Colours.same(colour, background) ? HiddenReason.SAME_COLOUR : null;
    }

    String path() {
        if (path == null) {
            path = parent == null ? "" : parent.pathOf(tag, names);
        }
        return path;
    }

    private String pathOf(String childTag, ClassNames childNames) {
        if (childTag.startsWith("#")) {
            return "";
        }
        if (childNames != lastChildNames || !childTag.equals(lastChildTag)) {
            String own = path();
            lastChildPath = own.length() > LONGEST_PATH
                    ? own
                    : (own.isEmpty() ? "" : own + ">") + childTag + childNames.segment();
            lastChildTag = childTag;
            lastChildNames = childNames;
        }
        return lastChildPath;
    }

    Place place() {
        return new Place(path(), line);
    }

    boolean has(String attribute) {
        return element != null && element.hasAttr(attribute);
    }

    String attribute(String name) {
        return element == null ? "" : element.attr(name);
    }
}
