package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Style rules by what an element must have for them: an id, a class, a tag, or nothing. */
final class RuleIndex {

    private final Map<String, List<StyleRule>> rules = new HashMap<>();
    private final long keys;

    RuleIndex(List<StyleRule> rules) {
        long bits = 0;
        for (StyleRule rule : rules) {
            String key = rule.selector().key();
            this.rules.computeIfAbsent(key, absent -> new ArrayList<>()).add(rule);
            bits |= key.isEmpty()
                    ? -1
                    : Selector.bit(key.startsWith("#") || key.startsWith(".") ? key.substring(1) : key);
        }
        this.keys = bits;
    }

    /** Adds the rules worth trying on an element. */
    void candidates(Level element, List<List<StyleRule>> found) {
        found.clear();
        if ((element.mask & keys) == 0) {
            return;
        }
        add(rules.get(""), found);
        add(rules.get(element.tag), found);
        if (!element.id.isEmpty()) {
            add(rules.get("#" + element.id), found);
        }
        for (String key : element.names.keys()) {
            add(rules.get(key), found);
        }
    }

    private static void add(@Nullable List<StyleRule> candidates, List<List<StyleRule>> found) {
        if (candidates != null) {
            found.add(candidates);
        }
    }
}
