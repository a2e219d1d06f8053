package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.ScriptOutcome.Visitor;
import vn.vonggac.page.Sentence;

/** Where constant strings of a script end up: written to the page, or taken as an address. Reads, never runs. */
final class ScriptSinks {

    private static final Set<String> WRITING_CALLS = Set.of("write", "writeln", "html", "append", "prepend",
            "after", "before", "replaceWith");
    private static final Set<String> WRITTEN = Set.of("innerHTML", "outerHTML", "srcdoc");
    private static final int MOST_SENTENCES = 50;
    private static final int MOST_NAMED = 200;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final int LONGEST_IMPORT = 20;
    private static final Pattern CODE = Pattern
            .compile("\\bdocument\\s*[.\\[]|\\blocation\\b|innerHTML|insertAdjacentHTML|\\beval\\(");
    private static final Pattern SCRIPT = Pattern.compile("(?i)script");
    /** By itself, or last in a selector. */
    private static final Pattern FRAME = Pattern.compile("(?i)(?:.*[\\s>+~])?iframe(?:[.#:\\[].*)?");
    private static final Set<Visitor> EVERYBODY = EnumSet.allOf(Visitor.class);

    private final List<ScriptToken> tokens;
    private final List<String> writes = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private boolean sinkOfUnknown;

    private ScriptSinks(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * {@code open} says that something not constant is written or evaluated, so that only running tells what;
     * {@code addresses} are the strings that hold one, {@code named} those that are one, also where they wait for a
     * person, {@code sentences} what a script has to say to people wherever
     * it says it, {@code code} the strings that are scripts themselves.
     */
    record Found(List<String> writes, List<Target> targets, boolean open, List<String> addresses,
            List<String> named, List<String> sentences, List<String> code) {}

    static Found in(List<ScriptToken> tokens) {
        ScriptSinks sinks = new ScriptSinks(tokens);
        BitSet deferred = ScriptDeferral.in(tokens);
        for (int i = deferred.nextClearBit(0); i < tokens.size(); i = deferred.nextClearBit(i + 1)) {
            if (tokens.get(i).isName()) {
                sinks.name(i);
            } else if (tokens.get(i).isString()) {
                sinks.member(i);
                sinks.address(tokens.get(i).text());
            }
        }
        tokens.stream().filter(ScriptToken::isString).forEach(token -> sinks.said(token.text()));
        List<String> named = tokens.stream().filter(ScriptToken::isString).map(ScriptToken::text)
                .filter(Addresses::absolute).limit(MOST_NAMED).toList();
        return new Found(sinks.writes, sinks.targets, sinks.sinkOfUnknown, sinks.addresses, named,
                sinks.sentences, sinks.code);
    }

    private void name(int i) {
        String name = tokens.get(i).text();
        switch (name) {
            case "location" -> location(i + 1);
            case "navigate" -> navigate(i);
            case "open" -> popup(i);
            case "eval", "Function", "createElement", "constructor" -> sinkOfUnknown |= is(i + 1, "(");
            case "Reflect" -> sinkOfUnknown = true;
            case "import" -> module(i + 1);
            case "setTimeout", "setInterval" -> sinkOfUnknown |= !string(i + 2).isEmpty();
            case "document", "window", "self", "top" -> sinkOfUnknown |= is(i + 1, "[");
            case "insertAdjacentHTML" -> write(string(i + 4), is(i + 1, "("));
            default -> {
                if (WRITTEN.contains(name) && (is(i + 1, "=") || is(i + 1, "+="))) {
                    write(string(i + 2), true);
                } else if (WRITING_CALLS.contains(name) && is(i - 1, ".") && is(i + 1, "(")) {
                    write(string(i + 2), true);
                } else if (name.equals("src") && is(i + 1, "=")) {
                    load(string(i + 2));
                }
            }
        }
    }

    /** {@code document["write"]} and {@code window["location"]}, which nobody writes by hand. */
    private void member(int i) {
        if (!is(i - 1, "[") || !is(i + 1, "]")) {
            return;
        }
        String name = tokens.get(i).text();
        if (name.equals("location") || name.equals("href") && locationBefore(i)) {
            location(i + 2);
        } else if (WRITTEN.contains(name) && is(i + 2, "=") || name.startsWith("write") && is(i + 2, "(")) {
            write(string(i + 3), true);
        } else if (name.equals("src") && is(i + 2, "=")) {
            load(string(i + 3));
        }
    }

    private void address(String text) {
        if (text.contains("//")) {
            addresses.add(text);
        }
    }

    private void said(String text) {
        if (text.length() <= LONGEST_SENTENCE && sentences.size() < MOST_SENTENCES
                && Sentence.isOne(text)) {
            sentences.add(text);
        } else if (text.length() > 12 && code.size() < MOST_SENTENCES && CODE.matcher(text).find()) {
            code.add(text);
        }
    }

    private boolean locationBefore(int i) {
        return i >= 2 && (tokens.get(i - 2).is("location") || tokens.get(i - 2).is("]"));
    }

    private void location(int i) {
        int value = -1;
        if (is(i, "=")) {
            value = i + 1;
        } else if (is(i, ".") && is(i + 1, "href") && is(i + 2, "=")) {
            value = i + 3;
        } else if (is(i, ".") && (is(i + 1, "replace") || is(i + 1, "assign")) && is(i + 2, "(")) {
            value = i + 3;
        } else if (is(i, "[") && is(i + 2, "]") && (is(i + 3, "=") || is(i + 3, "("))) {
            value = i + 4;
        }
        if (value >= 0) {
            add(string(value), Means.LOCATION);
            sinkOfUnknown |= string(value).isEmpty();
        }
    }

    private void navigate(int i) {
        if (is(i - 2, "navigation") && is(i - 1, ".") && is(i + 1, "(")) {
            add(string(i + 2), Means.LOCATION);
        }
    }

    private void popup(int i) {
        if (is(i - 1, ".") && is(i - 2, "window") && is(i + 1, "(")) {
            add(string(i + 2), Means.POPUP);
        }
    }

    /** {@code import('…')}, {@code import '…'} and {@code import x from '…'}. */
    private void module(int i) {
        for (int at = i; at < Math.min(tokens.size(), i + LONGEST_IMPORT); at++) {
            if (tokens.get(at).isString()) {
                add(tokens.get(at).text(), Means.MODULE);
                return;
            }
        }
    }

    private void load(String url) {
        if (Addresses.absolute(url)) {
            boolean frame = names(FRAME);
            if (frame || names(SCRIPT)) {
                add(url, frame ? Means.FRAME : Means.SCRIPT);
            }
        }
    }

    private boolean names(Pattern tag) {
        return tokens.stream().anyMatch(token -> token.isString() && tag.matcher(token.text()).matches());
    }

    private void add(String url, Means means) {
        if (Addresses.absolute(url)) {
            targets.add(new Target(url.strip(), means, EVERYBODY));
        }
    }

    private void write(String markup, boolean sink) {
        if (sink && markup.isEmpty()) {
            sinkOfUnknown = true;
        } else if (sink && markup.indexOf('<') >= 0) {
            writes.add(markup);
        }
    }

    /** A string that is all there is; one that something is done to is not known here. */
    private String string(int i) {
        return i < tokens.size() && tokens.get(i).isString() && !is(i + 1, ".") ? tokens.get(i).text() : "";
    }

    private boolean is(int i, String expected) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(expected);
    }
}
