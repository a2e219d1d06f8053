package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.ScriptOutcome.Sign;
import vn.vonggac.detector.ScriptToken.Kind;
import vn.vonggac.page.Sentence;

/**
 * Works out the constant strings of a script on its tokens: joins, character codes, base64, percent escapes, reversed
 * and packed text, and names that are given one string once. What it worked out is told apart from what was written
 * plainly.
 */
final class ScriptFolding {

    private static final int ROUNDS = 6;
    private static final int LONGEST = 200_000;
    private static final int FEWEST_CRUMBS = 6;
    private static final int LONGEST_CRUMB = 4;
    private static final int MOST_SPELLED = 20;
    private static final int MOST_PARSED = 5_000;

    private List<ScriptToken> tokens;
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final List<String> decoded = new ArrayList<>();
    private final Set<String> spelled = new LinkedHashSet<>();
    private int grown;

    private ScriptFolding(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * The tokens with constant strings in place, the strings that had been encoded, and how; {@code spelled} are lists
     * of crumbs, put together, and what is said in text that is parsed.
     */
    record Folded(List<ScriptToken> tokens, List<String> decoded, Set<Sign> signs, List<String> spelled) {}

    static Folded fold(List<ScriptToken> tokens) {
        ScriptFolding folding = new ScriptFolding(tokens);
        boolean changed = true;
        for (int round = 0; round < ROUNDS && changed && folding.grown < LONGEST; round++) {
            changed = folding.pass();
            changed |= round < 2 && folding.inlineNames();
        }
        folding.parsed();
        return new Folded(folding.tokens, folding.decoded, folding.signs,
                List.copyOf(folding.spelled));
    }

    private boolean pass() {
        List<ScriptToken> next = new ArrayList<>(tokens.size());
        boolean changed = false;
        int i = 0;
        while (i < tokens.size()) {
            Optional<Step> step = step(i);
            if (step.isPresent()) {
                next.add(ScriptToken.string(step.get().value()));
                grown += step.get().value().length();
                i += step.get().used();
                changed = true;
            } else {
                next.add(tokens.get(i++));
            }
        }
        tokens = next;
        return changed;
    }

    private record Step(int used, String value) {}

    private Optional<Step> step(int i) {
        ScriptToken token = tokens.get(i);
        return switch (token.kind()) {
            case STRING ->
                matches(i + 1, "+") ? joined(i) : matches(i + 1, ".") ? reversed(i) : Optional.empty();
            case NAME -> call(i);
            case SIGN -> token.is("[") ? list(i) : token.is("(") ? bracketed(i) : Optional.empty();
            case NUMBER, PATTERN -> Optional.empty();
        };
    }

    private Optional<Step> joined(int i) {
        if (!matches(i + 1, "+") || !stringAt(i + 2) || memberAt(i + 3)) {
            return Optional.empty();
        }
        int end = i;
        StringBuilder joined = new StringBuilder(tokens.get(i).text());
        while (matches(end + 1, "+") && stringAt(end + 2) && !memberAt(end + 3)) {
            joined.append(tokens.get(end + 2).text());
            end += 2;
        }
        int pieces = (end - i) / 2 + 1;
        boolean apart = Addresses.absolute(joined.toString()) && !tokens.get(i).text().contains("//")
                && !tokens.get(i).text().endsWith(":");
        if (pieces >= 4 && joined.length() < pieces * 6 || apart) {
            signs.add(Sign.JOINED);
            decoded.add(joined.toString());
        }
        return Optional.of(new Step(end - i + 1, joined.toString()));
    }

    private Optional<Step> bracketed(int i) {
        boolean call = i > 0 && (tokens.get(i - 1).isName() || tokens.get(i - 1).is(")"));
        return !call && stringAt(i + 1) && matches(i + 2, ")")
                ? Optional.of(new Step(3, tokens.get(i + 1).text()))
                : Optional.empty();
    }

    private Optional<Step> reversed(int i) {
        if (matches(i + 1, ".", "split", "(") && stringAt(i + 4)
                && matches(i + 5, ")", ".", "reverse", "(", ")", ".", "join", "(") && stringAt(i + 13)
                && matches(i + 14, ")")) {
            String text = tokens.get(i).text();
            return Optional.of(found(15, new StringBuilder(text).reverse().toString(), Sign.REVERSED));
        }
        return Optional.empty();
    }

    private Optional<Step> call(int i) {
        String name = tokens.get(i).text();
        return switch (name) {
            case "atob" ->
                argument(i).flatMap(ScriptDecoding::base64).map(text -> found(4, text, Sign.BASE64));
            case "unescape", "decodeURIComponent", "decodeURI" -> argument(i)
                    .map(text -> text.indexOf('%') < 0
                            ? new Step(4, ScriptDecoding.readable(text))
                            : found(4, ScriptDecoding.percent(text), Sign.PERCENT_ESCAPES));
            case "escape" -> argument(i).map(text -> new Step(4, text));
            case "window", "self" -> matches(i + 1, ".", "atob") || matches(i + 1, ".", "unescape")
                    ? call(i + 2).map(step -> new Step(step.used() + 2, step.value()))
                    : Optional.empty();
            case "String" -> characters(i);
            default -> Optional.empty();
        };
    }

    /** {@code String.fromCharCode(104, 105)}, also of a list spread out, and {@code String.raw`…`}. */
    private Optional<Step> characters(int i) {
        if (matches(i + 1, ".", "raw") && stringAt(i + 3)) {
            return Optional.of(new Step(4, tokens.get(i + 3).text()));
        }
        if (!matches(i + 1, ".", "fromCharCode", "(") && !matches(i + 1, ".", "fromCodePoint", "(")) {
            return Optional.empty();
        }
        return matches(i + 4, ".", ".", ".", "[")
                ? codes(i + 8, 8, "]").filter(step -> matches(i + step.used(), ")"))
                        .map(step -> new Step(step.used() + 1, step.value()))
                : codes(i + 4, 4, ")");
    }

    private Optional<String> argument(int i) {
        return matches(i + 1, "(") && stringAt(i + 2) && matches(i + 3, ")")
                ? Optional.of(tokens.get(i + 2).text())
                : Optional.empty();
    }

    private Optional<Step> codes(int from, int before, String end) {
        StringBuilder text = new StringBuilder();
        int i = from;
        while (i + 1 < tokens.size() && tokens.get(i).kind() == Kind.NUMBER) {
            int code = number(tokens.get(i).text());
            if (code < 0) {
                return Optional.empty();
            }
            text.appendCodePoint(Math.min(code, Character.MAX_CODE_POINT));
            if (matches(i + 1, end)) {
                String value = ScriptDecoding.readable(text.toString());
                return Optional.of(found(before + i + 2 - from, value, Sign.CHARACTER_CODES));
            }
            i += matches(i + 1, ",") ? 2 : tokens.size();
        }
        return Optional.empty();
    }

    static int number(String text) {
        try {
            return text.startsWith("0x") || text.startsWith("0X")
                    ? Integer.parseInt(text.substring(2), 16)
                    : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** {@code ['a', 'b'].join('')}, also reversed, and {@code document['location']}. */
    private Optional<Step> list(int i) {
        List<String> items = new ArrayList<>();
        int end = i + 1;
        while (stringAt(end)) {
            items.add(tokens.get(end).text());
            end += matches(end + 1, ",") ? 2 : 1;
        }
        crumbs(items);
        if (items.isEmpty() || !matches(end, "]", ".")) {
            return Optional.empty();
        }
        boolean backwards = matches(end + 2, "reverse", "(", ")", ".");
        int join = end + (backwards ? 6 : 2);
        if (!matches(join, "join", "(") || !stringAt(join + 2) || !matches(join + 3, ")")) {
            return Optional.empty();
        }
        List<String> ordered = backwards ? items.reversed() : items;
        String text = String.join(tokens.get(join + 2).text(), ordered);
        return Optional.of(found(join + 4 - i, text, Sign.JOINED));
    }

    private void crumbs(List<String> items) {
        String together = String.join("", items);
        if (items.size() >= FEWEST_CRUMBS && together.length() <= items.size() * LONGEST_CRUMB
                && spelled.size() < MOST_SPELLED) {
            spelled.add(together);
        }
    }

    /** What is said in JSON reaches the page under names that only a run could tell. */
    private void parsed() {
        for (int i = 0; i < tokens.size(); i++) {
            if (matches(i, "JSON", ".", "parse", "(") && stringAt(i + 4)) {
                ScriptTokens.cut(tokens.get(i + 4).text(), MOST_PARSED).tokens().stream()
                        .filter(ScriptToken::isString).map(ScriptToken::text).filter(Sentence::isOne)
                        .limit(MOST_SPELLED).forEach(spelled::add);
            }
        }
    }

    private Step found(int used, String text, Sign sign) {
        signs.add(sign);
        if (ScriptDecoding.printable(text)) {
            decoded.add(text);
        }
        return new Step(used, text);
    }

    /** Names that are given one string, once, stand for it everywhere. */
    private boolean inlineNames() {
        Map<String, Optional<String>> values = new HashMap<>();
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (tokens.get(i).isName() && matches(i + 1, "=") && !(i > 0 && tokens.get(i - 1).is("."))) {
                boolean constant = stringAt(i + 2) && endsExpression(i + 3);
                Optional<String> value = constant ? Optional.of(tokens.get(i + 2).text()) : Optional.empty();
                values.merge(tokens.get(i).text(), value, (one, two) -> Optional.empty());
            } else if (tokens.get(i).isName() && matches(i + 1, "+=")) {
                values.put(tokens.get(i).text(), Optional.empty());
            }
        }
        values.remove("location");
        Map<String, String> constants = new HashMap<>();
        values.forEach((name, value) -> value.ifPresent(text -> constants.put(name, text)));
        return !constants.isEmpty() && replace(constants);
    }

    private boolean replace(Map<String, String> values) {
        boolean changed = false;
        List<ScriptToken> next = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            String value = token.isName() && usedAt(i) ? values.get(token.text()) : null;
            grown += value == null ? 0 : value.length();
            if (value == null || grown >= LONGEST) {
                next.add(token);
            } else {
                next.add(ScriptToken.string(value));
                changed = true;
            }
        }
        tokens = next;
        return changed;
    }

    private boolean usedAt(int i) {
        boolean member = i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("function"));
        return !member && !matches(i + 1, "=") && !matches(i + 1, ":");
    }

    private boolean endsExpression(int i) {
        return i >= tokens.size() || matches(i, ";") || matches(i, ",") || matches(i, "}")
                || tokens.get(i).isName();
    }

    private boolean stringAt(int i) {
        return i < tokens.size() && tokens.get(i).isString();
    }

    private boolean memberAt(int i) {
        return matches(i, ".") || matches(i, "[");
    }

    private boolean matches(int i, String expected) {
        return i < tokens.size() && tokens.get(i).is(expected);
    }

    private boolean matches(int from, String... expected) {
        if (from + expected.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!tokens.get(from + i).is(expected[i])) {
                return false;
            }
        }
        return true;
    }
}
