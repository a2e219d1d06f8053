package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a page's style sheets. Most can hide nothing, so three indexes are kept: the rules that can, those
 * that colour text as some background is coloured, and all of them for the cascade where it matters.
 */
final class StyleIndex {

    static final StyleIndex NONE = of(List.of());

    final RuleIndex all;
    final RuleIndex hiding;
    final RuleIndex colouring;

    private StyleIndex(List<StyleRule> rules) {
        int[] backgrounds = rules.stream().mapToInt(rule -> rule.look().get(Look.Property.BACKGROUND))
                .filter(colour -> colour >= 0).distinct().toArray();
        all = new RuleIndex(rules);
        hiding = new RuleIndex(rules.stream().filter(rule -> rule.look().canHide()).toList());
        colouring = new RuleIndex(
                rules.stream().filter(rule -> couldFade(rule.look().get(Look.Property.COLOUR), backgrounds))
                        .toList());
    }

    static StyleIndex of(List<String> sheets) {
        List<StyleRule> rules = new ArrayList<>();
        sheets.forEach(sheet -> rules.addAll(StyleSheet.rules(sheet, rules.size())));
        return new StyleIndex(rules);
    }

    private static boolean couldFade(int colour, int[] backgrounds) {
        if (colour == Colours.TRANSPARENT || Colours.same(colour, Colours.WHITE)) {
            return true;
        }
        for (int background : backgrounds) {
            if (Colours.same(colour, background)) {
                return true;
            }
        }
        return false;
    }
}
