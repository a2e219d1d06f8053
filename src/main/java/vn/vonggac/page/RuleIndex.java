package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Style rules by what an element must have for them: an id, a class, a tag, or nothing. */
final class RuleIndex {

    private final List<StyleRule> forAll = new ArrayList<>();
    private final Map<String, List<StyleRule>> forTags = new HashMap<>();
    private final Map<String, List<StyleRule>> forIds = new HashMap<>();
    private final Map<String, List<StyleRule>> forClasses = new HashMap<>();
    private long keys;

    RuleIndex(List<StyleRule> rules) {
        rules.forEach(this::add);
    }

    private void add(StyleRule rule) {
        Selector selector = rule.selector();
        List<StyleRule> same = switch (selector.asks()) {
            case NOTHING -> forAll;
            case TAG -> forTags.computeIfAbsent(selector.key(), absent -> new ArrayList<>());
            case ID -> forIds.computeIfAbsent(selector.key(), absent -> new ArrayList<>());
            case CLASS -> forClasses.computeIfAbsent(selector.key(), absent -> new ArrayList<>());
        };
        same.add(rule);
        keys |= selector.asks() == Selector.Asks.NOTHING ? -1 : Selector.bit(selector.key());
    }

    /** Adds the rules worth trying on an element. */
    void candidates(Level element, List<List<StyleRule>> found) {
        found.clear();
        if ((element.mask & keys) == 0) {
            return;
        }
        add(forAll, found);
        add(forTags.get(element.tag), found);
        if (!element.id.isEmpty()) {
            add(forIds.get(element.id), found);
        }
        List<String> names = element.names.all();
        for (int i = 0; i < names.size(); i++) {
            add(forClasses.get(names.get(i)), found);
        }
    }

    private static void add(@Nullable List<StyleRule> candidates, List<List<StyleRule>> found) {
        if (candidates != null && !candidates.isEmpty()) {
            found.add(candidates);
        }
    }
}
