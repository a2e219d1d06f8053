package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a page's style sheets say of its elements, with the work of asking bounded: a sheet is hostile input too. */
final class StyleRules {

    private static final int MOST_TRIES = 2_000_000;
    private static final Comparator<StyleRule> CASCADE = Comparator
            .<StyleRule>comparingInt(rule -> rule.selector().specificity())
            .thenComparingInt(StyleRule::order);

    private final StyleIndex index;
    private final List<List<StyleRule>> candidates = new ArrayList<>();
    private final List<StyleRule> matched = new ArrayList<>();
    private int handedIn;
    private int tries;

    /** @param handedIn how many of the style sheets that the page only names are in the index */
    StyleRules(StyleIndex index, int handedIn) {
        this.index = index;
        this.handedIn = handedIn;
    }

    /** Told that the page uses a style sheet that stands elsewhere. */
    void useOne() {
        handedIn--;
    }

    /** Whether these are all the rules there are, so that what none of them says is the browser's default. */
    boolean isWhole() {
        return handedIn >= 0;
    }

    boolean couldHide(Level element) {
        return matches(index.hiding, element, true);
    }

    boolean couldColour(Level element) {
        return !element.coloured && matches(index.colouring, element, true);
    }

    /** What the sheets say of an element; {@link Look#PLAIN} when nothing. */
    Look of(Level element) {
        return matches(index.all, element, false) ? cascade() : Look.PLAIN;
    }

    /** The same of its colours alone. */
    Look colours(Level element) {
        return matches(index.painting, element, false) ? cascade() : Look.PLAIN;
    }

    private Look cascade() {
        if (matched.size() == 1) {
            return matched.getFirst().look();
        }
        matched.sort(CASCADE);
        Look look = new Look();
        matched.forEach(rule -> look.overlay(rule.look()));
        return look;
    }

    private boolean matches(RuleIndex rules, Level element, boolean oneIsEnough) {
        matched.clear();
        rules.candidates(element, candidates);
        for (int i = 0; i < candidates.size(); i++) {
            if (matches(candidates.get(i), element, oneIsEnough)) {
                return true;
            }
        }
        return !matched.isEmpty();
    }

    /** Whether one that matched is enough. */
    private boolean matches(List<StyleRule> some, Level element, boolean oneIsEnough) {
        tries += some.size();
        for (int i = 0; i < some.size() && tries < MOST_TRIES; i++) {
            if (some.get(i).selector().matches(element)) {
                matched.add(some.get(i));
                if (oneIsEnough) {
                    return true;
                }
            }
        }
        return false;
    }
}
