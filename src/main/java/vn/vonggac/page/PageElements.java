package vn.vonggac.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The elements of a whole page, with everything that runs, loads, frames or sends somewhere. */
final class PageElements extends Elements {

    private static final Pattern FEED = Pattern.compile("(?i)application/(rss|atom)\\+xml");
    private static final int LONGEST_CODE = 2_000_000;
    private static final Pattern CONTENT = Pattern
            .compile("content(?<!\\wcontent)\\s*:\\s*(['\"])([^'\"{}]{20,2000})\\1");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-fA-F]{1,6})\\s?");
    private static final int MOST_DRAWN = 50;
    private static final int LONGEST_ASSEMBLED = 1_000;
    private static final int MOST_EMBEDS = 2_000;
    /** What a person does on purpose, unlike moving the mouse across something. */
    private static final Pattern ASKED = Pattern
            .compile("(?i)on((dbl|aux)?click|contextmenu|submit|reset|change|input"
                    + "|select|key\\w+|mouse(down|up)|pointer(down|up)|touch(start|end)|drag\\w*|drop|copy|cut|paste|search)");
    private static final Set<String> WHOLE_PAGE = Set.of("html", "body");
    private static final Set<String> VOID_CODE = Set.of("", "void(0)", "void(0);", ";", "void 0", "//",
            "void(null)");

    private final Fragments fragments;
    private final StyleRules rules;
    private final Assembled assembled;
    private boolean titled;
    private boolean based;

    PageElements(Gathered gathered, Address base, Fragments fragments, StyleRules rules,
            Assembled assembled) {
        super(gathered, base);
        this.assembled = assembled;
        this.rules = rules;
        this.fragments = fragments;
    }

    @Override
    boolean other(Element element, Level level) {
        switch (level.tag) {
            case "html" -> language(attribute(element, "lang"));
            case "title" -> title(element, level);
            case "base" -> base(element, level);
            case "meta" -> meta(element, level);
            case "link" -> link(element, level);
            case "iframe", "frame" -> {
                frame(element, level);
                return false;
            }
            case "object", "embed", "applet", "audio", "video", "source" -> embed(element, level);
            case "button" -> formAction(element, level);
            case "noframes", "noembed" -> {
                fragments.read(Fragment.Kind.NOSCRIPT, element.html(), level.place(), base,
                        HiddenReason.NOSCRIPT);
                return false;
            }
            default -> {
                return true;
            }
        }
        return !level.tag.equals("title");
    }

    @Override
    boolean raw(Element element, Level level) {
        if (level.tag.equals("script")) {
            script(element, level);
        } else if (level.tag.equals("style")) {
            drawn(data(element), level);
        }
        return false;
    }

    /** Text that a style sheet puts on the page. */
    private void drawn(String sheet, Level level) {
        Matcher said = sheet.contains("content") ? CONTENT.matcher(sheet) : CONTENT.matcher("");
        for (int i = 0; i < MOST_DRAWN && said.find(); i++) {
            gathered.block(level.place(), Block.Kind.TEXT, Block.Region.BOILERPLATE,
                    Text.collapsed(unescaped(said.group(2))), Optional.empty());
        }
    }

    /** {@code \00006e} is a letter by its number; a blank may end it. */
    private static String unescaped(String content) {
        return content.indexOf('\\') < 0
                ? content
                : ESCAPE.matcher(content).replaceAll(found -> {
                    int letter = Integer.parseInt(found.group(1), 16);
                    return Matcher.quoteReplacement(
                            Character.isValidCodePoint(letter) ? Character.toString(letter) : "");
                });
    }

    @Override
    List<String> assembled(Level level) {
        return assembled.on(level).stream().map(text -> bounded(text, LONGEST_ASSEMBLED)).toList();
    }

    @Override
    void handler(String event, String code, Level level) {
        boolean asked = ASKED.matcher(event).matches() && !WHOLE_PAGE.contains(level.tag);
        inline(asked ? Script.Kind.HANDLER : Script.Kind.UNASKED, code, level);
    }

    @Override
    void javascript(String code, Level level) {
        String decoded = Percent.decode(code).strip();
        if (!VOID_CODE.contains(decoded)) {
            inline(Script.Kind.JAVASCRIPT_LINK, decoded, level);
        }
    }

    @Override
    void comment(String text, Level level) {
        fragments.read(Fragment.Kind.COMMENT, text, level.place(), base, HiddenReason.COMMENT);
    }

    @Override
    void noscript(Element element, Level level) {
        super.noscript(element, level);
        fragments.keep(Fragment.Kind.NOSCRIPT, element.html(), level.place());
    }

    @Override
    void template(Element element, Level level) {
        super.template(element, level);
        fragments.keep(Fragment.Kind.TEMPLATE, element.html(), level.place());
    }

    @Override
    void data(String url, Level level) {
        fragments.data(Fragment.Kind.DATA_URL, url, level.place(), base, HiddenReason.DATA_URL);
    }

    @Override
    void inside(String text, Level level) {
        fragments.read(Fragment.Kind.DATA_URL, text, level.place(), base, HiddenReason.DATA_URL);
    }

    @Override
    void drawing(String url, Level level) {
        String picture = fragments.decoded(url);
        if (picture.contains("<text") || picture.contains("<foreignObject")) {
            fragments.read(Fragment.Kind.DATA_URL, picture, level.place(), base, level.hidden());
        }
    }

    private void language(String declared) {
        if (!declared.isBlank() && gathered.language.isEmpty()) {
            gathered.language = Optional.of(bounded(declared.strip().toLowerCase(Locale.ROOT), 20));
        }
    }

    private void title(Element element, Level level) {
        boolean drawn = level.parent != null && level.parent.tag.equals("svg");
        if (!titled && !drawn) {
            titled = true;
            gathered.title = bounded(Text.collapsed(element.wholeText()), 1_000);
        }
    }

    private void base(Element element, Level level) {
        String href = attribute(element, "href");
        if (!based && !href.isEmpty()) {
            based = true;
            String source = base.resolve(href);
            base = Address.of(source);
            gathered.embeds.add(new Embed(level.place(), "base", source, gathered.host(source)));
        }
    }

    private void meta(Element element, Level level) {
        String name = first(first(attribute(element, "name"), attribute(element, "property")),
                first(attribute(element, "http-equiv"), attribute(element, "itemprop")));
        String content = content(attribute(element, "content"));
        if (name.isEmpty()) {
            return;
        }
        gathered.metas.add(new Meta(level.place(), bounded(name.strip(), 100), content));
        String equivalent = attribute(element, "http-equiv");
        if (equivalent.equalsIgnoreCase("refresh")) {
            refresh(content, level);
        } else if (equivalent.equalsIgnoreCase("content-language")) {
            language(content);
        }
    }

    /** {@code 0; url='https://…'} in all the forms browsers take. */
    private void refresh(String content, Level level) {
        int digits = 0;
        while (digits < content.length() && Character.isDigit(content.charAt(digits))) {
            digits++;
        }
        int seconds = digits == 0 || digits > 8 ? 0 : Integer.parseInt(content.substring(0, digits));
        int start = Math.max(content.indexOf(';'), content.indexOf(','));
        String target = start < 0 ? content.substring(digits) : content.substring(firstMark(content) + 1);
        String bare = target.strip().replaceFirst("(?i)^url\\s*=\\s*", "").replaceFirst("^['\"]", "")
                .replaceFirst("['\"].*$", "");
        if (bare.startsWith("data:")) {
            data(bare, level);
        } else {
            gathered.refreshes.add(new Refresh(level.place(), seconds, base.resolve(bare)));
        }
    }

    private static int firstMark(String content) {
        int semicolon = content.indexOf(';');
        int comma = content.indexOf(',');
        return semicolon < 0 ? comma : comma < 0 ? semicolon : Math.min(semicolon, comma);
    }

    private void link(Element element, Level level) {
        String rel = attribute(element, "rel").strip().toLowerCase(Locale.ROOT);
        String source = base.resolve(attribute(element, "href"));
        String host = gathered.host(source);
        if (rel.equals("stylesheet")) {
            rules.useOne();
            gathered.embeds.add(new Embed(level.place(), "stylesheet", source, host));
        } else if (rel.equals("canonical") && gathered.canonical.isEmpty()) {
            gathered.canonical = Optional.of(source);
        } else if (FEED.matcher(attribute(element, "type")).matches()) {
            gathered.embeds.add(new Embed(level.place(), "feed", source, host));
        } else if (gathered.isOutbound(host) && gathered.embeds.size() < MOST_EMBEDS) {
            gathered.embeds.add(new Embed(level.place(), bounded(rel, 40), source, host));
        }
    }

    private void frame(Element element, Level level) {
        String source = attribute(element, "src");
        String document = attribute(element, "srcdoc");
        HiddenReason hidden = hidden(element, level);
        boolean data = source.startsWith("data:");
        String resolved = source.isEmpty() ? "" : base.resolve(source);
        String host = gathered.host(resolved);
        gathered.frames.add(new Frame(level.place(), resolved, host, bounded(document, LONGEST_CODE),
                gathered.isOutbound(host), Hiding.covers(element, level), Optional.ofNullable(hidden)));
        if (data) {
            fragments.data(Fragment.Kind.FRAME_DOCUMENT, source, level.place(), base, hidden);
        } else if (resolved.startsWith("javascript:")) {
            javascript(resolved.substring(11), level);
        }
        if (!document.isEmpty()) {
            fragments.read(Fragment.Kind.FRAME_DOCUMENT, document, level.place(), base, hidden);
        }
    }

    /** An object that holds a page, or is laid over the whole of this one, is a frame. */
    private void embed(Element element, Level level) {
        String source = first(attribute(element, "src"),
                first(attribute(element, "data"), attribute(element, "code")));
        if (source.startsWith("data:")) {
            fragments.data(Fragment.Kind.FRAME_DOCUMENT, source, level.place(), base, level.hidden());
        } else if (!source.isEmpty()) {
            String resolved = base.resolve(source);
            gathered.embeds.add(new Embed(level.place(), level.tag, resolved, gathered.host(resolved)));
            if (level.tag.equals("object") || level.tag.equals("embed")) {
                covering(element, resolved, level);
            }
        }
    }

    private void covering(Element element, String source, Level level) {
        boolean covers = Hiding.covers(element, level);
        if (covers || attribute(element, "type").toLowerCase(Locale.ROOT).contains("html")) {
            String host = gathered.host(source);
            gathered.frames.add(new Frame(level.place(), source, host, "", gathered.isOutbound(host), covers,
                    Optional.ofNullable(hidden(element, level))));
        }
    }

    private static @Nullable HiddenReason hidden(Element element, Level level) {
        boolean zero = Hiding.isZero(first(attribute(element, "width"), "x"))
                || Hiding.isZero(first(attribute(element, "height"), "x"));
        return level.hidden() == null && zero ? HiddenReason.ZERO_SIZE : level.hidden();
    }

    private void formAction(Element element, Level level) {
        String action = attribute(element, "formaction");
        if (!action.isEmpty()) {
            String resolved = base.resolve(action);
            String host = gathered.host(resolved);
            gathered.forms
                    .add(new Form(level.place(), resolved, host, "post", gathered.isOutbound(host), false,
                            Optional.ofNullable(level.hidden()), ""));
        }
    }

    private void script(Element element, Level level) {
        String type = attribute(element, "type").strip().toLowerCase(Locale.ROOT);
        String source = first(attribute(element, "src"), drawn(element) ? link(element) : "");
        if (source.startsWith("data:")) {
            inline(Script.Kind.INLINE, fragments.decoded(source), level);
        } else if (!source.isEmpty()) {
            String resolved = base.resolve(source);
            gathered.scripts
                    .add(new Script(level.place(), Script.Kind.EXTERNAL, resolved, gathered.host(resolved),
                            "",
                            Hashes.of(resolved)));
        }
        String code = drawn(element) ? unmarked(data(element)) : data(element);
        if (!code.isBlank()) {
            inline(kind(type), code, level);
            markup(type, code, level);
        }
    }

    /** In a drawing a script is text of XML, and names its source as a link does. */
    private static boolean drawn(Element script) {
        return !script.tag().namespace().equals(Parser.NamespaceHtml);
    }

    private static String unmarked(String code) {
        return code.contains("<![CDATA[")
                ? code.replace("<![CDATA[", "").replace("]]>", "")
                : Parser.unescapeEntities(code, false);
    }

    private static String link(Element script) {
        return first(attribute(script, "href"), attribute(script, "xlink:href"));
    }

    /** The code inside an element, which is one piece nearly always. */
    private static String data(Element element) {
        return element.childNodeSize() == 1 && element.childNode(0) instanceof DataNode code
                ? code.getWholeData()
                : element.data();
    }

    private void markup(String type, String code, Level level) {
        if (type.startsWith("text/") && (type.contains("html") || type.contains("template"))) {
            fragments.read(Fragment.Kind.TEMPLATE, code, level.place(), base, HiddenReason.TEMPLATE);
        }
    }

    private static Script.Kind kind(String type) {
        if (type.isEmpty() || type.contains("javascript") || type.contains("ecmascript")
                || type.equals("module")) {
            return Script.Kind.INLINE;
        }
        return type.equals("application/ld+json") ? Script.Kind.JSON_LD : Script.Kind.DATA;
    }

    private void inline(Script.Kind kind, String code, Level level) {
        String text = bounded(code, LONGEST_CODE);
        gathered.scripts.add(new Script(level.place(), kind, "", "", text, Hashes.of(text)));
    }
}
