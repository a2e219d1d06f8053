package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a style sheet apart into the rules that can have a say in what a reader sees. Bounded in size and rules. */
final class StyleSheet {

    static final int MOST_RULES = 6_000;
    private static final int LONGEST = 2_000_000;

    private final String sheet;
    private final List<StyleRule> rules = new ArrayList<>();

    private StyleSheet(String sheet) {
        this.sheet = sheet;
    }

    static List<StyleRule> rules(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StyleSheet sheet = new StyleSheet(withoutComments(bounded));
        sheet.read();
        return sheet.rules;
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

    private void read() {
        int at = 0;
        while (at < sheet.length() && rules.size() < MOST_RULES) {
            int open = sheet.indexOf('{', at);
            if (open < 0) {
                return;
            }
            String prelude = prelude(at, open);
            if (prelude.startsWith("@")) {
                at = isEntered(prelude) ? open + 1 : blockEnd(open);
            } else {
                int close = sheet.indexOf('}', open);
                int end = close < 0 ? sheet.length() : close;
                rule(prelude, sheet.substring(open + 1, end));
                at = end + 1;
            }
        }
    }

    /** The text before a brace, without what an earlier block or statement left. */
    private String prelude(int from, int open) {
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

    private int blockEnd(int open) {
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
            Selector.parse(text)
                    .ifPresent(selector -> rules.add(new StyleRule(selector, look, rules.size())));
        }
    }
}
