package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rules of a page's style sheets. Most can hide nothing, so four indexes are kept: the rules that can, those
 * that colour text as some background is coloured, those that say of any colour, and all of them for the cascade where
 * it matters.
 */
final class StyleIndex {

    static final StyleIndex NONE = new StyleIndex(List.of());

    final RuleIndex all;
    final RuleIndex hiding;
    final RuleIndex colouring;
    final RuleIndex painting;

    private StyleIndex(List<StyleRule> rules) {
        int[] backgrounds = rules.stream().mapToInt(rule -> rule.look().get(Look.Property.BACKGROUND))
                .filter(colour -> colour >= 0).distinct().toArray();
        all = new RuleIndex(rules);
        painting = new RuleIndex(rules.stream().filter(rule -> rule.look().paints()).toList());
        hiding = new RuleIndex(rules.stream().filter(rule -> rule.look().canHide()).toList());
        colouring = new RuleIndex(
                rules.stream().filter(rule -> couldFade(rule.look().get(Look.Property.COLOUR), backgrounds))
                        .toList());
    }

    /** Of what each sheet says, the later one after the earlier, until there are too many rules. */
    static StyleIndex of(List<String> sheets, Function<String, List<StyleRule>> read) {
        List<StyleRule> rules = new ArrayList<>();
        for (int i = 0; i < sheets.size() && rules.size() < StyleSheet.MOST_RULES; i++) {
            int before = rules.size();
            read.apply(sheets.get(i)).stream().limit(StyleSheet.MOST_RULES - before)
                    .map(rule -> rule.after(before))
                    .forEach(rules::add);
        }
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
