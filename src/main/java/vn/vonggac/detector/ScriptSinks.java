package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.ScriptOutcome.Visitor;

/** Where constant strings of a script end up: written to the page, or taken as an address. Reads, never runs. */
final class ScriptSinks {

    private static final Set<String> WRITING_CALLS = Set.of("write", "writeln", "html", "append", "prepend",
            "after", "before", "replaceWith");
    private static final Set<String> WRITTEN = Set.of("innerHTML", "outerHTML", "srcdoc");
    private static final int MOST_SENTENCES = 50;
    private static final int SHORTEST_SENTENCE = 20;
    private static final int FEWEST_SPACES = 3;
    private static final Set<Visitor> EVERYBODY = EnumSet.allOf(Visitor.class);

    private final List<ScriptToken> tokens;
    private final List<String> writes = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private boolean writing;
    private boolean sinkOfUnknown;

    private ScriptSinks(List<ScriptToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * {@code open} says that something not constant is written or evaluated, so that only running tells what;
     * {@code addresses} are the strings that hold one, {@code sentences} what a script that writes has to say.
     */
    record Found(List<String> writes, List<Target> targets, boolean open, List<String> addresses,
            List<String> sentences) {}

    static Found in(List<ScriptToken> tokens) {
        ScriptSinks sinks = new ScriptSinks(tokens);
        BitSet deferred = ScriptDeferral.in(tokens);
        for (int i = deferred.nextClearBit(0); i < tokens.size(); i = deferred.nextClearBit(i + 1)) {
            if (tokens.get(i).isName()) {
                sinks.name(i);
            } else if (tokens.get(i).isString()) {
                sinks.member(i);
                sinks.address(tokens.get(i).text());
                sinks.sentence(tokens.get(i).text());
            }
        }
        return new Found(sinks.writes, sinks.targets, sinks.sinkOfUnknown, sinks.addresses,
                sinks.writing ? sinks.sentences : List.of());
    }

    private void name(int i) {
        String name = tokens.get(i).text();
        switch (name) {
            case "location" -> location(i + 1);
            case "open" -> popup(i);
            case "eval", "Function", "createElement" -> sinkOfUnknown |= is(i + 1, "(");
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

    private void sentence(String text) {
        if (sentences.size() < MOST_SENTENCES && says(text)) {
            sentences.add(text);
        }
    }

    /** Whether it is several words for people, not markup, code or a name. */
    static boolean says(CharSequence text) {
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            spaces += letter == ' ' ? 1 : 0;
            if ("<>{};=".indexOf(letter) >= 0) {
                return false;
            }
        }
        return text.length() >= SHORTEST_SENTENCE && spaces >= FEWEST_SPACES;
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

    private void popup(int i) {
        if (is(i - 1, ".") && is(i - 2, "window") && is(i + 1, "(")) {
            add(string(i + 2), Means.POPUP);
        }
    }

    private void load(String url) {
        if (Addresses.absolute(url)) {
            boolean frame = names("iframe");
            if (frame || names("script")) {
                add(url, frame ? Means.FRAME : Means.SCRIPT);
            }
        }
    }

    private boolean names(String tag) {
        return tokens.stream().anyMatch(token -> token.isString() && token.text().equalsIgnoreCase(tag));
    }

    private void add(String url, Means means) {
        if (Addresses.absolute(url)) {
            targets.add(new Target(url.strip(), means, EVERYBODY));
        }
    }

    private void write(String markup, boolean sink) {
        writing |= sink;
        if (sink && markup.isEmpty()) {
            sinkOfUnknown = true;
        } else if (sink && markup.indexOf('<') >= 0) {
            writes.add(markup);
        }
    }

    private String string(int i) {
        return i < tokens.size() && tokens.get(i).isString() ? tokens.get(i).text() : "";
    }

    private boolean is(int i, String expected) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(expected);
    }
}
