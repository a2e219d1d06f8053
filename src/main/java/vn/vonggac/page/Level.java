package vn.vonggac.page;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** An element that the walk is inside of, with what it hands down to those within. Reused at its depth. */
final class Level {

    /** Longer tag paths tell nothing more and cost memory on every block. */
    private static final int LONGEST_PATH = 400;

    final @Nullable Level parent;
    final int depth;
    private @Nullable Level child;

    String tag = "";
    TagKind kind = TagKind.of("");
    String id = "";
    ClassNames names = ClassNames.NONE;
    int line;
    Block.Region region = Block.Region.MAIN;
    boolean heading;
    boolean breaks;
    long step;
    /** A bit for the tag, the id and every class, and those of all elements around. */
    long mask;
    long maskAbove;

    @Nullable
    HiddenReason gone;
    @Nullable
    HiddenReason childrenGone;
    boolean invisible;
    boolean fontless;
    boolean indented;
    /** Whether its text is turned round on the screen. */
    boolean mirrored;
    /** What old attributes say of colours. */
    int colour = Look.UNSET;
    int background = Look.UNSET;
    /** Whether this or an element around it has a colour that could be its background's. */
    boolean coloured;
    Look inline = Look.PLAIN;

    private @Nullable Element element;
    private int taken;
    private @Nullable String path;
    /** The path of the last child asked for, what it was made of. */
    private String lastPath = "";
    private ClassNames lastChildNames = ClassNames.NONE;
    private String lastChildTag = "";
    private String lastChildPath = "";

    private final StyleRules rules;
    private @Nullable Look look;
    private @Nullable Look paint;
    private @Nullable Optional<HiddenReason> sameColour;

    Level(StyleRules rules, @Nullable Level parent) {
        this.rules = rules;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** The level below, taken over for this element with what is handed down. */
    Level enter(Element inside, String name) {
        if (child == null) {
            child = new Level(rules, this);
        }
        Level below = child;
        below.element = inside;
        below.taken = 0;
        if (!below.tag.equals(name)) {
            below.tag = name;
            below.kind = TagKind.of(name);
        }
        below.id = "";
        below.names = ClassNames.NONE;
        below.mask = Selector.bit(name);
        below.maskAbove = maskAbove | mask;
        below.path = null;
        below.region = region;
        below.heading = heading;
        below.gone = gone != null || name.equals("summary") ? gone : childrenGone;
        below.childrenGone = null;
        below.invisible = invisible;
        below.fontless = fontless;
        below.indented = indented;
        below.mirrored = mirrored;
        below.colour = Look.UNSET;
        below.background = Look.UNSET;
        below.coloured = coloured;
        below.inline = Look.PLAIN;
        below.look = null;
        below.paint = null;
        below.sameColour = null;
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
        return coloured ? faded() : null;
    }

    private @Nullable HiddenReason faded() {
        if (sameColour == null) {
            int written = written();
            sameColour = written == Colours.TRANSPARENT
                    ? Optional.of(HiddenReason.TRANSPARENT)
                    : Colours.same(written, painted())
                            ? Optional.of(HiddenReason.SAME_COLOUR)
                            : Optional.empty();
        }
        return sameColour.orElse(null);
    }

    /** The colour text here is written in. */
    private int written() {
        for (Level at = this; at != null; at = at.parent) {
            int own = at.paint().get(Look.Property.COLOUR);
            if (own != Look.UNSET || at.colour != Look.UNSET) {
                return own != Look.UNSET ? own : at.colour;
            }
            if (at.tag.equals("a")) {
                return Colours.UNKNOWN;
            }
        }
        return Colours.UNKNOWN;
    }

    /** The colour that is behind text here. */
    private int painted() {
        for (Level at = this; at != null; at = at.parent) {
            int own = at.paint().get(Look.Property.BACKGROUND);
            int painted = own != Look.UNSET ? own : at.background;
            if (painted != Look.UNSET && painted != Colours.TRANSPARENT) {
                return painted;
            }
        }
        return rules.isWhole() ? Colours.WHITE : Colours.UNKNOWN;
    }

    /** All that style sheets and the element itself say of how it looks. */
    Look look() {
        Look whole = look;
        if (whole == null) {
            whole = inlined(rules.of(this));
            look = whole;
        }
        return whole;
    }

    /** The colours in it, which cost less to ask for. */
    private Look paint() {
        Look colours = look == null ? paint : look;
        if (colours == null) {
            colours = inlined(rules.colours(this));
            paint = colours;
        }
        return colours;
    }

    private Look inlined(Look sheet) {
        return inline == Look.PLAIN ? sheet : sheet == Look.PLAIN ? inline : sheet.with(inline);
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
        String own = path();
        if (childNames != lastChildNames || !own.equals(lastPath) || !childTag.equals(lastChildTag)) {
            lastChildPath = own.length() > LONGEST_PATH
                    ? own
                    : (own.isEmpty() ? "" : own + ">") + childTag + childNames.segment();
            lastPath = own;
            lastChildTag = childTag;
            lastChildNames = childNames;
        }
        return lastChildPath;
    }

    Place place() {
        return new Place(path(), line);
    }

    /** The next node inside, null when all were taken. */
    @Nullable
    Node next() {
        Element inside = element;
        return inside == null || taken == inside.childNodeSize() ? null : inside.childNode(taken++);
    }

    boolean has(String attribute) {
        return element != null && element.hasAttr(attribute);
    }

    String attribute(String name) {
        return element == null ? "" : Elements.attribute(element, name);
    }
}
