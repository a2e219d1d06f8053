package vn.vonggac.page;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** One pass over a parsed page, in document order and without recursion, that gathers what the page says. */
final class HtmlWalk {

    private final Gathered gathered;
    private final SourceLines lines;
    private final StyleRules rules;
    private final Elements elements;
    private final TextRun run;
    private final @Nullable HiddenReason because;
    private final Recent recent;
    private final Level top;
    private Level level;
    private int deepest;

    HtmlWalk(Gathered gathered, SourceLines lines, StyleRules rules, Elements elements,
            Recent recent, @Nullable HiddenReason because) {
        this.recent = recent;
        this.gathered = gathered;
        this.lines = lines;
        this.rules = rules;
        this.elements = elements;
        this.because = because;
        this.run = new TextRun(gathered);
        this.top = new Level(rules, null);
        this.level = top;
        top.gone = because;
    }

    /** What is walked stands inside this place of a page. */
    HtmlWalk below(Place place) {
        top.standAt(place);
        return this;
    }

    int deepest() {
        return deepest;
    }

    void walk(Element root) {
        visit(root);
        while (level != top) {
            Node node = level.next();
            if (node == null) {
                leave();
            } else {
                visit(node);
            }
        }
        run.flush();
    }

    private void visit(Node node) {
        if (!(node instanceof Element element)) {
            leaf(node);
        } else if (!enter(element)) {
            level = above();
        }
    }

    private Level above() {
        return level.parent == null ? level : level.parent;
    }

    /** Takes in an element; false when there is nothing to walk inside it. */
    private boolean enter(Element element) {
        String tag = element.normalName();
        Level outside = level;
        level = outside.enter(element, tag);
        level.line = lines.lineOf(tag);
        level.breaks = level.kind.breaks();
        if (element.attributesSize() > 0) {
            attributes(element);
        }
        decide();
        place(level, tag);
        deepest = Math.max(deepest, level.depth);
        elements.speak(level);
        if (level.breaks) {
            run.flush();
            profile(outside);
        } else if (tag.equals("br")) {
            run.space();
        }
        return elements.enter(element, level, run);
    }

    private void leave() {
        if (level.breaks) {
            run.flush();
        }
        elements.leave(level);
        level = above();
    }

    /**
     * A step of the template: the element with the two around it. Whole paths would tell more, but a class that
     * comes and goes near the root would make every one of them another.
     */
    private void profile(Level outside) {
        boolean outermost = level.tag.equals("body") || level.tag.equals("html");
        level.step = level.tag.hashCode() * 31L + (outermost ? 0 : level.names.segment().hashCode());
        long above = outside.parent == null ? 0 : outside.parent.step;
        gathered.profile.add(Hashes.mix(Hashes.mix(above, outside.step), level.step));
    }

    /** Reads the attributes that any element can have. */
    private void attributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            switch (key) {
                case "class" -> level.names = recent.classes(attribute.getValue());
                case "id" -> level.id = attribute.getValue();
                case "style" -> {
                    level.inline = recent.look(attribute.getValue());
                    level.mirrored |= level.inline.mirrors();
                }
                case "dir" -> level.mirrored = level.tag.equals("bdo")
                        ? attribute.getValue().equalsIgnoreCase("rtl")
                        : level.mirrored;
                case "hidden" -> level.gone = gone(HiddenReason.HIDDEN_ATTRIBUTE);
                case "bgcolor" -> level.background = Colours.attribute(attribute.getValue());
                case "role" -> role(attribute.getValue(), level);
                default -> other(key, attribute);
            }
        }
    }

    private void other(String key, Attribute attribute) {
        if (key.length() > 3 && key.charAt(0) == 'o' && key.charAt(1) == 'n' && because == null) {
            elements.handler(key, attribute.getValue(), level);
        } else if (key.equals("color") || key.equals("text") && level.tag.equals("body")) {
            level.colour = Colours.attribute(attribute.getValue());
        } else if (speaks(key)) {
            elements.spoken(attribute.getValue(), level);
        }
    }

    /** Attributes that are shown, read aloud, or drawn by a style. A link's own are the link's. */
    private boolean speaks(String key) {
        return switch (key) {
            case "title", "aria-label" -> !level.tag.equals("a");
            case "placeholder", "label" -> true;
            case "alt" -> level.tag.equals("area");
            case "value" -> level.tag.equals("option");
            default -> key.startsWith("data-");
        };
    }

    private static void role(String role, Level level) {
        if (role.equals("navigation") || role.equals("contentinfo") || role.equals("complementary")) {
            level.region = Block.Region.BOILERPLATE;
        } else if (role.equals("main")) {
            level.region = Block.Region.MAIN;
        }
    }

    private @Nullable HiddenReason gone(@Nullable HiddenReason reason) {
        return level.gone == null ? reason : level.gone;
    }

    /** Decides what is hidden. The whole cascade is asked only where something could hide, or show again. */
    private void decide() {
        level.mask |= level.names.mask() | (level.id.isEmpty() ? 0 : Selector.bit(level.id));
        boolean hides = level.gone == null && (level.inline.canHide() || rules.couldHide(level));
        if (hides || level.invisible || level.fontless || level.indented) {
            Hiding.handDown(level.look(), level);
            level.gone = gone(Hiding.of(level.look()));
        }
        level.coloured |= level.inline.colours() || level.colour != Look.UNSET || rules.couldColour(level);
        // a rule that shows the element outweighs what its class is usually called for
        if (level.gone == null && level.names.hidden() != null
                && level.look().get(Look.Property.DISPLAY) != Look.SHOWN) {
            level.gone = level.names.hidden();
        }
        if (level.tag.equals("body") || level.tag.equals("html")) {
            showAll();
        }
    }

    /** A page that is hidden as a whole is shown by a script as soon as it has come. */
    private void showAll() {
        level.gone = because;
        level.invisible = false;
        level.fontless = false;
        level.indented = false;
    }

    private void place(Level level, String tag) {
        if (level.kind.heading()) {
            level.heading = true;
        } else if (level.kind.content()) {
            level.region = Block.Region.MAIN;
        } else if (level.region == Block.Region.MAIN && isAround(level, tag)) {
            level.region = Block.Region.BOILERPLATE;
        }
    }

    private boolean isAround(Level level, String tag) {
        return level.kind.around() || level.names.isAround()
                || !level.id.isEmpty() && level.breaks && recent.classes(level.id).isAround()
                || tag.equals("header") && level.depth < 6;
    }

    private void leaf(Node node) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Comment comment) {
            elements.comment(comment.getData(), level);
        }
    }

    /** Most texts are the blanks between two tags. */
    private void text(String source) {
        String raw = Mirrored.read(source, level.mirrored);
        int start = TextRun.firstLetter(raw);
        if (start == raw.length()) {
            run.blanks(start);
            elements.blanks();
        } else {
            HiddenReason hidden = level.hidden();
            run.add(raw, start, level, hidden, elements.inLink());
            elements.text(raw, hidden);
        }
    }
}
