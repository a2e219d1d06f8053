package vn.vonggac.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an element's name alone tells.
 *
 * @param breaks whether text before it and in it are two
 * @param heading whether its text is a heading
 * @param content whether it holds what the page is about
 * @param around whether it holds what surrounds that on every page
 */
record TagKind(boolean breaks, boolean heading, boolean content, boolean around) {

    private static final TagKind ORDINARY = new TagKind(true, false, false, false);
    private static final Map<String, TagKind> KINDS = kinds();

    static TagKind of(String tag) {
        return KINDS.getOrDefault(tag, ORDINARY);
    }

    private static Map<String, TagKind> kinds() {
        Map<String, TagKind> kinds = new HashMap<>();
        List.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
                "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
                "strong", "sub", "sup", "time", "tt", "u", "var", "img", "nobr", "wbr", "br", "tspan",
                "textpath")
                .forEach(tag -> kinds.put(tag, new TagKind(false, false, false, false)));
        List.of("h1", "h2", "h3", "h4", "h5", "h6")
                .forEach(tag -> kinds.put(tag, new TagKind(true, true, false, false)));
        List.of("main", "article").forEach(tag -> kinds.put(tag, new TagKind(true, false, true, false)));
        List.of("nav", "footer", "aside", "menu")
                .forEach(tag -> kinds.put(tag, new TagKind(true, false, false, true)));
        return kinds;
    }
}
