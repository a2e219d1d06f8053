package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A style sheet's selector as far as hiding needs it: tags, ids, classes, attribute tests and what is not, joined by
 * descendant and child. A selector with anything else (a state such as {@code :hover}, a sibling) matches nothing.
 */
final class Selector {

    /** One step of the selector. */
    private record Step(String tag, String id, List<String> classes, List<Test> attributes, List<Step> not,
            boolean child) {

        int specificity() {
            return (id.isEmpty() ? 0 : 10_000) + 100 * (classes.size() + attributes.size())
                    + (tag.isEmpty() ? 0 : 1) + not.stream().mapToInt(Step::specificity).sum();
        }

        long mask() {
            long mask = (tag.isEmpty() ? 0 : bit(tag)) | (id.isEmpty() ? 0 : bit(id));
            for (String name : classes) {
                mask |= bit(name);
            }
            return mask;
        }
    }

    /** What an attribute must be: there at all, or with a value that holds, begins, ends or is this. */
    private record Test(String name, char how, String value) {

        private static final Pattern FORM = Pattern
                .compile("\\[([\\w-]+)(?:([~|^$*]?)=[\"']?([^\"'\\]]*)[\"']?)?\\]");
        private static final char PRESENT = '?';
        private static final char EQUAL = '=';

        static Optional<Test> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            char how = form.group(3) == null
                    ? PRESENT
                    : form.group(2).isEmpty() ? EQUAL : form.group(2).charAt(0);
            return Optional.of(new Test(form.group(1), how, Objects.requireNonNullElse(form.group(3), "")));
        }

        boolean holds(Level level) {
            if (!level.has(name)) {
                return false;
            }
            String is = how == PRESENT ? "" : level.attribute(name);
            return switch (how) {
                case PRESENT -> true;
                case '^' -> !value.isEmpty() && is.startsWith(value);
                case '$' -> !value.isEmpty() && is.endsWith(value);
                case '*' -> !value.isEmpty() && is.contains(value);
                case '~' -> List.of(is.split("\\s+")).contains(value);
                case '|' -> is.equals(value) || is.startsWith(value + "-");
                default -> is.equals(value);
            };
        }
    }

    private static final int MOST_STEPS = 12;
    private static final int MOST_TESTS = 16;
    private static final String NOT = ":not(";

    private final List<Step> steps;
    private final int specificity;
    private final long mask;
    private final long maskAbove;

    private Selector(List<Step> steps) {
        this.steps = steps;
        this.specificity = steps.stream().mapToInt(Step::specificity).sum();
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
                && (step.attributes.isEmpty() || step.attributes.stream().allMatch(test -> test.holds(level)))
                && (step.not.isEmpty() || step.not.stream().noneMatch(other -> fits(other, level)));
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
        List<Test> attributes = new ArrayList<>();
        List<Step> not = new ArrayList<>();
        String tag = "";
        String id = "";
        int at = 0;
        while (at < part.length()) {
            char mark = part.charAt(at);
            int end = end(part, at);
            if (end <= at) {
                return Optional.empty();
            }
            String name = part.substring(at, end);
            at = end;
            switch (mark) {
                case '.' -> classes.add(name.substring(1));
                case '#' -> id = name.substring(1);
                case '*' -> tag = "";
                case '[' -> {
                    Optional<Test> test = Test.parse(name);
                    if (test.isEmpty()) {
                        return Optional.empty();
                    }
                    attributes.add(test.get());
                }
                case ':' -> {
                    Optional<Step> other = step(name.substring(NOT.length(), name.length() - 1), false);
                    if (other.isEmpty()) {
                        return Optional.empty();
                    }
                    not.add(other.get());
                }
                default -> tag = name.toLowerCase(Locale.ROOT);
            }
        }
        return part.isEmpty() || classes.size() + attributes.size() + not.size() > MOST_TESTS
                ? Optional.empty()
                : Optional.of(new Step(tag, id, List.copyOf(classes), List.copyOf(attributes),
                        List.copyOf(not), child));
    }

    /** Where what begins here ends; the beginning, when it is nothing that is understood. */
    private static int end(String part, int at) {
        return switch (part.charAt(at)) {
            case '*' -> at + 1;
            case '[' -> part.indexOf(']', at) + 1;
            case ':' -> part.startsWith(NOT, at) ? part.indexOf(')', at) + 1 : at;
            case '.', '#' -> nameEnd(part, at + 1) == at + 1 ? at : nameEnd(part, at + 1);
            default -> nameEnd(part, at);
        };
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
