package vn.vonggac.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** One pass over a parsed page, in document order and without recursion, that gathers what the page says. */
final class HtmlWalk {

    private static final Set<String> INLINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite",
            "code",
            "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
            "span",
            "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "img", "nobr", "wbr", "br");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> AROUND = Set.of("nav", "footer", "aside", "menu");
    private static final Set<String> CONTENT = Set.of("main", "article");

    private final Gathered gathered;
    private final SourceLines lines;
    private final StyleRules rules;
    private final Elements elements;
    private final TextRun run;
    private final @Nullable HiddenReason because;
    private final Map<String, ClassNames> classNames = new HashMap<>();
    private final Map<String, Look> looks = new HashMap<>();
    private final Level top = new Level(null);
    private Level level = top;
    private int deepest;

    HtmlWalk(Gathered gathered, SourceLines lines, StyleRules rules, Elements elements,
            @Nullable HiddenReason because) {
        this.gathered = gathered;
        this.lines = lines;
        this.rules = rules;
        this.elements = elements;
        this.because = because;
        this.run = new TextRun(gathered);
        top.gone = because;
    }

    /** The colour behind everything, where it is known. */
    HtmlWalk on(int background) {
        top.background = background;
        return this;
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
        Node node = root;
        while (node != null) {
            node = visit(node) ? node.childNode(0) : after(node, root);
        }
        run.flush();
    }

    /** Takes in a node; true when its children come next. */
    private boolean visit(Node node) {
        if (!(node instanceof Element element)) {
            leaf(node);
            return false;
        }
        if (!enter(element)) {
            level = above();
            return false;
        }
        if (node.childNodeSize() == 0) {
            leave();
            return false;
        }
        return true;
    }

    private @Nullable Node after(Node node, Element root) {
        Node at = node;
        while (at != root) {
            Node next = at.nextSibling();
            Node parent = at.parent();
            if (next != null || parent == null) {
                return next;
            }
            leave();
            at = parent;
        }
        return null;
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
        level.breaks = !INLINE.contains(tag);
        inherit(element.attributesSize() > 0 ? attributes(element) : rules.of(level));
        place(level, tag);
        deepest = Math.max(deepest, level.depth);
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

    private void profile(Level outside) {
        level.pathHash = Hashes.mix(outside.pathHash,
                level.tag.hashCode() * 31L + level.names.segment().hashCode());
        gathered.profile.add(level.pathHash);
    }

    /** Reads the attributes that any element can have; the answer is how it looks. */
    private Look attributes(Element element) {
        String style = "";
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            switch (key) {
                case "class" ->
                    level.names = classNames.computeIfAbsent(attribute.getValue(), ClassNames::new);
                case "id" -> level.id = attribute.getValue();
                case "style" -> style = attribute.getValue();
                case "hidden" -> level.gone = gone(level, HiddenReason.HIDDEN_ATTRIBUTE);
                case "bgcolor" -> level.background = Colours.attribute(attribute.getValue());
                case "role" -> role(attribute.getValue(), level);
                default -> other(key, attribute);
            }
        }
        Look sheet = rules.of(level);
        if (style.isEmpty()) {
            return sheet;
        }
        Look inline = looks.computeIfAbsent(style, Look::parse);
        return sheet == Look.PLAIN ? inline : both(sheet, inline);
    }

    private static Look both(Look sheet, Look inline) {
        Look look = new Look();
        look.overlay(sheet);
        look.overlay(inline);
        return look;
    }

    private void other(String key, Attribute attribute) {
        if (key.length() > 3 && key.charAt(0) == 'o' && key.charAt(1) == 'n' && because == null) {
            elements.handler(attribute.getValue(), level);
        } else if (key.equals("color") || key.equals("text") && level.tag.equals("body")) {
            level.colour = Colours.attribute(attribute.getValue());
        }
    }

    private static void role(String role, Level level) {
        if (role.equals("navigation") || role.equals("contentinfo") || role.equals("complementary")) {
            level.region = Block.Region.BOILERPLATE;
        } else if (role.equals("main")) {
            level.region = Block.Region.MAIN;
        }
    }

    private static @Nullable HiddenReason gone(Level level, @Nullable HiddenReason reason) {
        return level.gone == null ? reason : level.gone;
    }

    private void inherit(Look look) {
        if (level.tag.equals("a")) {
            level.colour = Colours.UNKNOWN;
        }
        if (look != Look.PLAIN) {
            Hiding.handDown(look, level);
            level.gone = gone(level, Hiding.of(look));
        }
        // a rule that shows the element outweighs what its class is usually called for
        if (level.names.hidden() != null && look.get(Look.Property.DISPLAY) != Look.SHOWN) {
            level.gone = gone(level, level.names.hidden());
        }
    }

    private static void place(Level level, String tag) {
        if (HEADINGS.contains(tag)) {
            level.heading = true;
        } else if (CONTENT.contains(tag)) {
            level.region = Block.Region.MAIN;
        } else if (AROUND.contains(tag) || level.names.isAround()
                || !level.id.isEmpty() && level.breaks && ClassNames.isAround(level.id)
                || tag.equals("header") && level.depth < 6) {
            level.region = Block.Region.BOILERPLATE;
        }
    }

    private void leaf(Node node) {
        if (node instanceof TextNode text) {
            HiddenReason hidden = level.hidden();
            run.add(text.getWholeText(), level, hidden, elements.inLink());
            elements.text(text, hidden);
        } else if (node instanceof Comment comment) {
            elements.comment(comment.getData(), level);
        }
    }
}
