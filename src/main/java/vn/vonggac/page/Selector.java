package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A style sheet's selector as far as hiding needs it: tags, ids, classes and plain attribute tests, joined by
 * descendant and child. A selector with anything else (a state such as {@code :hover}, a sibling) matches nothing.
 */
final class Selector {

    /** One step of the selector. */
    private record Step(String tag, String id, List<String> classes, List<String> attributes,
            boolean child) {

        long mask() {
            long mask = (tag.isEmpty() ? 0 : bit(tag)) | (id.isEmpty() ? 0 : bit(id));
            for (String name : classes) {
                mask |= bit(name);
            }
            return mask;
        }
    }

    private static final int MOST_STEPS = 12;

    private final List<Step> steps;
    private final int specificity;
    private final long mask;
    private final long maskAbove;

    private Selector(List<Step> steps) {
        this.steps = steps;
        this.specificity = steps.stream().mapToInt(step -> (step.id.isEmpty() ? 0 : 10_000)
                + 100 * (step.classes.size() + step.attributes.size()) + (step.tag.isEmpty() ? 0 : 1)).sum();
        this.mask = steps.getLast().mask();
        this.maskAbove = steps.stream().limit(steps.size() - 1L).mapToLong(Step::mask).reduce(0,
                (a, b) -> a | b);
    }

    /** A bit for a name: an element that lacks a wanted one needs no comparing. */
    static long bit(String name) {
        return 1L << (name.hashCode() * 0x9E3779B9 >>> 26);
    }

    int specificity() {
        return specificity;
    }

    /** What an element must have for the selector to be worth trying. */
    enum Asks {
        NOTHING, TAG, ID, CLASS
    }

    Asks asks() {
        Step last = steps.getLast();
        if (!last.id.isEmpty()) {
            return Asks.ID;
        }
        if (!last.classes.isEmpty()) {
            return Asks.CLASS;
        }
        return last.tag.isEmpty() ? Asks.NOTHING : Asks.TAG;
    }

    /** The name of the tag, id or class that is asked. */
    String key() {
        Step last = steps.getLast();
        return switch (asks()) {
            case ID -> last.id;
            case CLASS -> last.classes.getFirst();
            case TAG, NOTHING -> last.tag;
        };
    }

    boolean matches(Level element) {
        return (element.mask & mask) == mask && (element.maskAbove & maskAbove) == maskAbove
                && fits(steps.getLast(), element) && matchesAbove(steps.size() - 1, element);
    }

    private boolean matchesAbove(int index, Level element) {
        if (index == 0) {
            return true;
        }
        boolean child = steps.get(index).child;
        Step wanted = steps.get(index - 1);
        for (Level above = element.parent; above != null; above = above.parent) {
            if (fits(wanted, above)) {
                // the nearest ancestor that fits is taken: trying the others too could cost exponential time
                return matchesAbove(index - 1, above);
            }
            if (child) {
                return false;
            }
        }
        return false;
    }

    private static boolean fits(Step step, Level level) {
        return (step.tag.isEmpty() || step.tag.equals(level.tag))
                && (step.id.isEmpty() || step.id.equals(level.id))
                && (step.classes.isEmpty() || level.names.holdsAll(step.classes))
                && (step.attributes.isEmpty() || hasAll(step.attributes, level));
    }

    private static boolean hasAll(List<String> attributes, Level level) {
        for (String test : attributes) {
            int equal = test.indexOf('=');
            String name = equal < 0 ? test : test.substring(0, equal);
            if (!level.has(name) || equal > 0 && !level.attribute(name).equals(test.substring(equal + 1))) {
                return false;
            }
        }
        return true;
    }

    static Optional<Selector> parse(String text) {
        List<Step> steps = new ArrayList<>();
        boolean child = false;
        for (String part : text.replace(">", " > ").strip().split("\\s+", MOST_STEPS * 2)) {
            if (part.equals(">")) {
                child = true;
                continue;
            }
            Optional<Step> step = step(part, child);
            if (step.isEmpty() || steps.size() == MOST_STEPS) {
                return Optional.empty();
            }
            steps.add(step.get());
            child = false;
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Selector(List.copyOf(steps)));
    }

    private static Optional<Step> step(String part, boolean child) {
        List<String> classes = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        String tag = "";
        String id = "";
        int at = 0;
        while (at < part.length()) {
            char mark = part.charAt(at);
            int from = mark == '.' || mark == '#' || mark == '[' || mark == '*' ? at + 1 : at;
            int end = mark == '[' ? part.indexOf(']', at) : nameEnd(part, from);
            if (end < 0 || end == from && mark != '*') {
                return Optional.empty();
            }
            String name = part.substring(from, end);
            switch (mark) {
                case '.' -> classes.add(name);
                case '#' -> id = name;
                case '[' -> attributes.add(name.replace("\"", "").replace("'", ""));
                case '*' -> tag = "";
                default -> tag = name.toLowerCase(Locale.ROOT);
            }
            at = mark == '[' ? end + 1 : end;
        }
        boolean plain = attributes.stream().noneMatch(test -> test.matches(".*[~|^$*].*"));
        return plain
                ? Optional.of(new Step(tag, id, List.copyOf(classes), List.copyOf(attributes), child))
                : Optional.empty();
    }

    private static int nameEnd(String text, int start) {
        int at = start;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-'
                || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }
}
