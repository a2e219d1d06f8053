package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What single elements say beyond their text: where they lead, what they load, what they ask for. */
class Elements {

    private static final int LONGEST_TEXT = 1_000;
    /** A filled-in field that is longer is no answer of a person. */
    private static final int SHORTEST_SAYING = 30;
    private static final int LONGEST_CONTENT = 10_000;
    private static final int MOST_SPOKEN = 500;

    final Gathered gathered;
    Address base;
    private final Set<String> spoken = new HashSet<>();
    private final List<String> pending = new ArrayList<>();
    private final List<String> encoded = new ArrayList<>();
    private final LinkText words = new LinkText(LONGEST_TEXT);
    private @Nullable OpenLink link;
    private @Nullable OpenForm form;

    Elements(Gathered gathered, Address base) {
        this.gathered = gathered;
        this.base = base;
    }

    boolean inLink() {
        return link != null;
    }

    /** Takes in an element; false when what is inside is not page text. */
    boolean enter(Element element, Level level, TextRun run) {
        switch (level.tag) {
            case "a" -> {
                openLink(attribute(element, "href"), element, level);
                run.space();
            }
            case "area" -> area(element, level);
            case "img" -> image(element, level);
            case "form" -> openForm(element, level);
            case "input" -> input(element, level, run);
            case "xmp", "plaintext" -> {
                said(bounded(element.wholeText() + element.data(), LONGEST_CONTENT), level, run);
                return false;
            }
            case "noscript" -> noscript(element, level);
            case "template" -> template(element, level);
            case "details" -> level.childrenGone = level.has("open") ? null : HiddenReason.CLOSED_DETAILS;
            case "marquee" -> marquee(level);
            case "script", "style" -> {
                return raw(element, level);
            }
            default -> {
                return other(element, level);
            }
        }
        return true;
    }

    /** Elements that only a whole page has a say in. */
    boolean other(Element element, Level level) {
        return true;
    }

    boolean raw(Element element, Level level) {
        return false;
    }

    void handler(String event, String code, Level level) {}

    void comment(String text, Level level) {}

    void noscript(Element element, Level level) {
        level.gone = HiddenReason.NOSCRIPT;
    }

    void template(Element element, Level level) {
        level.gone = HiddenReason.TEMPLATE;
    }

    void javascript(String code, Level level) {}

    /** A sentence in an attribute, once a page however often it is repeated. */
    void spoken(String value, Level level) {
        Encoded.text(value).ifPresent(encoded::add);
        if (value.length() <= LONGEST_TEXT && spoken.size() < MOST_SPOKEN && Sentence.isOne(value)
                && spoken.add(value)) {
            pending.add(value);
        }
    }

    /** Where the element stands is known only after its attributes are read. */
    void speak(Level level) {
        assembled(level).stream().filter(text -> spoken.size() < MOST_SPOKEN && spoken.add(text))
                .forEach(pending::add);
        if (pending.isEmpty() && encoded.isEmpty()) {
            return;
        }
        encoded.forEach(text -> inside(text, level));
        encoded.clear();
        for (String value : pending) {
            String words = value.indexOf('<') < 0 ? value : Jsoup.parseBodyFragment(value).text();
            gathered.block(level.place(), Block.Kind.TEXT, Block.Region.BOILERPLATE, Text.collapsed(words),
                    Optional.ofNullable(level.hidden()));
        }
        pending.clear();
    }

    /** What styles put together from attributes of the element. */
    List<String> assembled(Level level) {
        return List.of();
    }

    /** What an attribute keeps in Base64. */
    void inside(String text, Level level) {}

    void data(String url, Level level) {}

    /** A picture that may have words drawn in it. */
    void drawing(String url, Level level) {}

    void text(String text, @Nullable HiddenReason hidden) {
        OpenLink open = link;
        if (open != null) {
            open.text(text, hidden);
        }
    }

    void blanks() {
        OpenLink open = link;
        if (open != null) {
            open.words.blank();
        }
    }

    void leave(Level level) {
        OpenLink open = link;
        if (open != null && open.level == level && level.tag.equals("a")) {
            link = null;
            gathered.links.add(open.close(gathered));
        }
        OpenForm asking = form;
        if (asking != null && asking.level == level && level.tag.equals("form")) {
            form = null;
            gathered.forms.add(asking.close(gathered));
        }
    }

    private void openLink(String reference, Element element, Level level) {
        String href = reference.isEmpty() ? attribute(element, "xlink:href") : reference;
        if (href.isEmpty()) {
            return;
        }
        OpenLink before = link;
        if (before != null) {
            gathered.links.add(before.close(gathered));
        }
        String target = target(href, level);
        link = new OpenLink(level, target, attribute(element, "rel"),
                first(attribute(element, "title"), attribute(element, "aria-label")), words.clear());
    }

    private String target(String reference, Level level) {
        String target = base.resolve(reference);
        if (target.startsWith("javascript:")) {
            javascript(target.substring(11), level);
        } else if (target.startsWith("data:")) {
            data(reference, level);
        }
        return target;
    }

    private void area(Element element, Level level) {
        openLink(attribute(element, "href"), element, level);
        OpenLink open = link;
        if (open != null && open.level == level) {
            open.picture(attribute(element, "alt"), level.hidden());
        }
    }

    private void image(Element element, Level level) {
        String alternative = bounded(attribute(element, "alt"), LONGEST_TEXT);
        String source = first(attribute(element, "src"), attribute(element, "data-src"));
        String resolved = source.startsWith("data:") ? bounded(source, 100) : base.resolve(source);
        if (source.startsWith("data:image/svg")) {
            drawing(source, level);
        }
        gathered.images.add(new Image(level.place(), resolved, gathered.host(resolved), alternative));
        OpenLink open = link;
        if (open != null) {
            open.picture(alternative, level.hidden());
        }
    }

    private void openForm(Element element, Level level) {
        String action = base.resolve(attribute(element, "action"));
        String method = attribute(element, "method").equalsIgnoreCase("post") ? "post" : "get";
        form = new OpenForm(level, action, method);
    }

    private void input(Element element, Level level, TextRun run) {
        String type = attribute(element, "type");
        OpenForm asking = form;
        if (asking != null && type.equalsIgnoreCase("password")) {
            asking.password = true;
        }
        if (asking != null) {
            asking.question.field(type, attribute(element, "name"), attribute(element, "value"));
        }
        String value = attribute(element, "value");
        if (type.equalsIgnoreCase("hidden") && value.length() >= SHORTEST_SAYING && Sentence.isOne(value)) {
            gathered.block(level.place(), Block.Kind.TEXT, Block.Region.BOILERPLATE,
                    Text.collapsed(bounded(value, LONGEST_TEXT)), Optional.of(HiddenReason.HIDDEN_ATTRIBUTE));
        }
        boolean button = type.equalsIgnoreCase("submit") || type.equalsIgnoreCase("button");
        if (button || type.isEmpty() | type.equalsIgnoreCase("text") && value.length() >= SHORTEST_SAYING) {
            said(bounded(value, LONGEST_TEXT), level, run);
        }
    }

    private static void said(String value, Level level, TextRun run) {
        int start = TextRun.firstLetter(value);
        if (start == value.length()) {
            run.blanks(start);
        } else {
            run.add(value, start, level, level.hidden(), false);
        }
    }

    private static void marquee(Level level) {
        boolean flat = Hiding.isZero(first(level.attribute("height"), "x"))
                || Hiding.isZero(first(level.attribute("width"), "x"));
        if (level.gone == null && flat) {
            level.gone = HiddenReason.ZERO_MARQUEE;
        } else if (level.gone == HiddenReason.ZERO_SIZE) {
            level.gone = HiddenReason.ZERO_MARQUEE;
        }
    }

    /** The value of an attribute, empty when the element has none. */
    static String attribute(Element element, String name) {
        return element.attributesSize() == 0 ? "" : element.attributes().get(name);
    }

    static String first(String wanted, String otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    }

    static String bounded(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    static String content(String text) {
        return bounded(text, LONGEST_CONTENT).strip();
    }

    /** A link whose end has not come yet. */
    private static final class OpenLink {

        private final Level level;
        private final Place place;
        private final String target;
        private final String rel;
        private final String label;
        private final Block.Region region;
        private final @Nullable HiddenReason hidden;
        private final LinkText words;
        private @Nullable String picture;
        private @Nullable HiddenReason within;
        private boolean seen;

        OpenLink(Level level, String target, String rel, String label, LinkText words) {
            this.level = level;
            this.words = words;
            this.place = level.place();
            this.target = target;
            this.rel = rel;
            this.label = label;
            this.region = level.region;
            // the colour of a link without one of its own is the browser's, so it is asked for at its text
            this.hidden = level.hidden();
        }

        void text(String raw, @Nullable HiddenReason reason) {
            if (words.add(raw)) {
                seen |= reason == null;
                within = reason == null ? within : reason;
            }
        }

        void picture(String alternative, @Nullable HiddenReason reason) {
            picture = picture == null || picture.isEmpty() ? alternative : picture;
            seen |= reason == null;
            within = reason == null ? within : reason;
        }

        /** Empty where it only repeats what the link shows. */
        private String besides(String shown) {
            if (shown.regionMatches(true, 0, label, 0, label.length())) {
                return "";
            }
            String said = Text.collapsed(label);
            return shown.regionMatches(true, 0, said, 0, said.length()) ? "" : bounded(said, LONGEST_TEXT);
        }

        Link close(Gathered gathered) {
            String host = gathered.host(target);
            String shown = words.text();
            String said = !shown.isEmpty() ? shown : first(picture == null ? "" : picture, label);
            HiddenReason reason = hidden != null || seen ? hidden : within;
            return new Link(place, target, said, besides(shown), rel, host, gathered.domain(host),
                    gathered.isOutbound(host),
                    region,
                    Optional.ofNullable(reason));
        }
    }

    /** A form whose end has not come yet. */
    private static final class OpenForm {

        private final Level level;
        private final Place place;
        private final String action;
        private final String method;
        private final Optional<HiddenReason> hidden;
        private final Question question = new Question();
        private boolean password;

        OpenForm(Level level, String action, String method) {
            this.level = level;
            this.place = level.place();
            this.action = action;
            this.method = method;
            this.hidden = Optional.ofNullable(level.hidden());
        }

        Form close(Gathered gathered) {
            String host = gathered.host(action);
            return new Form(place, action, host, method, gathered.isOutbound(host), password, hidden,
                    method.equals("get") && !password ? question.to(action) : "");
        }
    }
}
