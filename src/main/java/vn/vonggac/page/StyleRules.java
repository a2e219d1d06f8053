package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules of a page's style sheets that can hide something, found by what an element must have. Bounded in
 * rules and in the work of matching them: a sheet is hostile input too.
 */
final class StyleRules {

    private record Rule(Selector selector, Look look, int order) {}

    private static final int MOST_RULES = 6_000;
    private static final int MOST_TRIES = 2_000_000;
    private static final int LONGEST_SHEET = 2_000_000;
    private static final Comparator<Rule> CASCADE = Comparator
            .<Rule>comparingInt(rule -> rule.selector.specificity()).thenComparingInt(rule -> rule.order);

    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final List<Rule> matched = new ArrayList<>();
    private int count;
    private int tries;

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What the sheets say of an element; {@link Look#PLAIN} when nothing. */
    Look of(Level element) {
        if (rules.isEmpty() || tries > MOST_TRIES) {
            return Look.PLAIN;
        }
        matched.clear();
        tryAll("", element);
        tryAll(element.tag, element);
        if (!element.id.isEmpty()) {
            tryAll("#" + element.id, element);
        }
        for (String key : element.names.keys()) {
            tryAll(key, element);
        }
        return matched.isEmpty() ? Look.PLAIN : cascade();
    }

    private Look cascade() {
        if (matched.size() == 1) {
            return matched.getFirst().look;
        }
        matched.sort(CASCADE);
        Look look = new Look();
        matched.forEach(rule -> look.overlay(rule.look));
        return look;
    }

    private void tryAll(String key, Level element) {
        List<Rule> candidates = rules.get(key);
        if (candidates == null) {
            return;
        }
        tries += candidates.size();
        for (Rule rule : candidates) {
            if (rule.selector.matches(element)) {
                matched.add(rule);
            }
        }
    }

    void add(String sheet) {
        String bounded = sheet.length() > LONGEST_SHEET ? sheet.substring(0, LONGEST_SHEET) : sheet;
        rules(withoutComments(bounded));
    }

    private static String withoutComments(String sheet) {
        int start = sheet.indexOf("/*");
        if (start < 0) {
            return sheet;
        }
        StringBuilder kept = new StringBuilder(sheet.length());
        int from = 0;
        while (start >= 0) {
            kept.append(sheet, from, start);
            int end = sheet.indexOf("*/", start + 2);
            from = end < 0 ? sheet.length() : end + 2;
            start = sheet.indexOf("/*", from);
        }
        return kept.append(sheet, from, sheet.length()).toString();
    }

    private void rules(String sheet) {
        int at = 0;
        while (at < sheet.length() && count < MOST_RULES) {
            int open = sheet.indexOf('{', at);
            if (open < 0) {
                return;
            }
            String prelude = prelude(sheet, at, open);
            if (prelude.startsWith("@")) {
                at = isEntered(prelude) ? open + 1 : blockEnd(sheet, open);
            } else {
                int close = sheet.indexOf('}', open);
                int end = close < 0 ? sheet.length() : close;
                rule(prelude, sheet.substring(open + 1, end));
                at = end + 1;
            }
        }
    }

    /** The text before a brace, without what an earlier block or statement left. */
    private static String prelude(String sheet, int from, int open) {
        int start = from;
        for (int i = from; i < open; i++) {
            if (sheet.charAt(i) == '}' || sheet.charAt(i) == ';') {
                start = i + 1;
            }
        }
        return sheet.substring(start, open).strip();
    }

    /** Whether the rules inside an at-rule hold for a reader at a desk. */
    private static boolean isEntered(String prelude) {
        String rule = prelude.toLowerCase(Locale.ROOT);
        if (rule.startsWith("@supports") || rule.startsWith("@layer")) {
            return true;
        }
        return rule.startsWith("@media") && !rule.contains("print") && !rule.contains("max-width")
                && !rule.contains("max-device-width") && !rule.contains("prefers-")
                && !rule.contains("speech");
    }

    private static int blockEnd(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            char letter = sheet.charAt(i);
            depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return sheet.length();
    }

    private void rule(String selectors, String declarations) {
        Look look = Look.parse(declarations);
        if (look.isPlain()) {
            return;
        }
        for (String text : selectors.split(",", 200)) {
            if (text.indexOf(':') < 0 && text.indexOf('+') < 0 && text.indexOf('~') < 0) {
                Selector.parse(text).ifPresent(selector -> add(selector, look));
            }
        }
    }

    private void add(Selector selector, Look look) {
        rules.computeIfAbsent(selector.key(), key -> new ArrayList<>())
                .add(new Rule(selector, look, count++));
    }
}
