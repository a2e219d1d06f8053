package vn.vonggac.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What reading took apart before: the class attributes, inline styles, style sheets and comments of a portal are the
 * same on page after page. Bounded by forgetting everything when full, which costs one page's worth of work.
 */
final class TakenApart {

    private static final int MOST = 20_000;
    private static final int MOST_SHEETS = 200;
    private static final int LONGEST = 300;
    private static final int LONGEST_SHEETS = 100_000;
    private static final int LONGEST_SHEET = 50_000;
    private static final int MOST_MARKUP = 500;
    private static final int LONGEST_MARKUP = 5_000;

    private final Map<String, ClassNames> classes = new ConcurrentHashMap<>();
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private final Map<String, List<StyleRule>> sheets = new ConcurrentHashMap<>();
    private final Map<List<String>, StyleIndex> styles = new ConcurrentHashMap<>();
    private final Map<String, Element> markup = new ConcurrentHashMap<>();

    ClassNames classes(String attribute) {
        return attribute.length() > LONGEST
                ? new ClassNames(attribute)
                : kept(classes, attribute, ClassNames::new, MOST);
    }

    Look look(String declarations) {
        return declarations.length() > LONGEST
                ? Look.parse(declarations)
                : kept(looks, declarations, Look::parse, MOST);
    }

    StyleIndex styles(List<String> all) {
        if (all.isEmpty()) {
            return StyleIndex.NONE;
        }
        int length = all.stream().mapToInt(String::length).sum();
        return length > LONGEST_SHEETS ? index(all) : kept(styles, all, this::index, MOST_SHEETS);
    }

    /** The tree of markup that stands outside of a page's own, most of it the same comments. Only to be read. */
    Element markup(String text) {
        return text.length() > LONGEST_MARKUP
                ? parsed(text)
                : kept(markup, text, TakenApart::parsed, MOST_MARKUP);
    }

    private static Element parsed(String text) {
        return Jsoup.parseBodyFragment(text).body();
    }

    private StyleIndex index(List<String> all) {
        return StyleIndex.of(all, this::sheet);
    }

    /** One sheet of a page may change while the others stay. */
    private List<StyleRule> sheet(String text) {
        return text.length() > LONGEST_SHEET
                ? StyleSheet.rules(text)
                : kept(sheets, text, StyleSheet::rules, MOST_SHEETS);
    }

    private static <K, V> V kept(Map<K, V> memory, K key, Function<K, V> make, int most) {
        V known = memory.get(key);
        if (known == null) {
            if (memory.size() >= most) {
                memory.clear();
            }
            known = make.apply(key);
            memory.put(key, known);
        }
        return known;
    }
}
