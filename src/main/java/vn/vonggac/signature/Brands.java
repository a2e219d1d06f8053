package vn.vonggac.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of bookmakers, which change their domain weekly but keep the manner of their names: a word and lucky
 * digits. A word that is such a name also stands in the text as the marker of its kind, {@code #brand} for one that
 * is nothing else, {@code #lucky} for one that only looks like it, {@code #sum} for thousands given away, {@code #bethost} for a part of a host name that
 * speaks of play. The names are the file {@code signatures/brands.txt}.
 */
final class Brands {

    private static final int LONGEST = 24;
    private static final int LONGEST_MIXED = 16;
    private static final int MOST_RUNS = 6;
    /** What the endings end in. */
    private static final String ENDS = "trszc";
    private static final Pattern SECTION = Pattern.compile("\\[[a-z]+(-shape)?\\]");

    private static final List<String> KINDS = List.of("#brand", "#lucky", "#handle", "#sum");

    static final Brands SHIPPED = new Brands(shipped());

    private final Map<String, String> names = new HashMap<>();
    private final Terms known;
    private final Map<String, Pattern> shapes = new HashMap<>();
    private final List<String> endings;
    private final Pattern hosts;

    private Brands(Map<String, List<String>> file) {
        file.getOrDefault("ordinary", List.of()).forEach(name -> names.put(name, ""));
        for (String kind : List.of("brand", "lucky", "handle", "sum")) {
            file.getOrDefault(kind, List.of()).forEach(name -> names.putIfAbsent(name, "#" + kind));
            shapes.put("#" + kind,
                    Pattern.compile(String.join("|", file.getOrDefault(kind + "-shape", List.of()))));
        }
        known = new Terms(names.keySet());
        endings = file.getOrDefault("endings", List.of());
        hosts = Pattern.compile(String.join("|", file.getOrDefault("host", List.of())));
    }

    /** The marker of a word, empty when it is no such name. */
    String marker(int hash, char[] letters, int from, int length) {
        if (length < 2 || length > LONGEST) {
            return "";
        }
        if (known.holds(hash, letters, from, length)) {
            return names.getOrDefault(new String(letters, from, length), "");
        }
        return mixed(letters, from, length)
                ? shape(new String(letters, from, length))
                : ending(letters, from, length);
    }

    private String ending(char[] letters, int from, int length) {
        if (ENDS.indexOf(letters[from + length - 1]) < 0) {
            return "";
        }
        for (String ending : endings) {
            int at = length - ending.length();
            if (at >= 0
                    && ending.contentEquals(java.nio.CharBuffer.wrap(letters, from + at, ending.length()))) {
                return "#handle";
            }
        }
        return "";
    }

    /** The marker of a part of a host name. */
    Optional<String> hostMarker(char[] letters, int from, int length) {
        boolean speaks = length >= 4 && length <= 63
                && hosts.matcher(new String(letters, from, length)).find();
        return speaks ? Optional.of("#bethost") : Optional.empty();
    }

    private String shape(String word) {
        for (String kind : KINDS) {
            Pattern pattern = shapes.get(kind);
            if (pattern != null && pattern.matcher(word).matches()) {
                return kind;
            }
        }
        return "";
    }

    /** Letters and digits in a few runs: a longer mixture is an identifier, not a name. */
    private static boolean mixed(char[] letters, int from, int length) {
        int runs = 1;
        for (int i = from + 1; i < from + length; i++) {
            if (digit(letters[i]) != digit(letters[i - 1])) {
                runs++;
            }
        }
        return runs > 1 && runs <= MOST_RUNS && length <= LONGEST_MIXED;
    }

    private static boolean digit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** Sections in brackets, words under them, anything after a hash is a remark. */
    private static Map<String, List<String>> shipped() {
        try (InputStream in = Brands.class.getResourceAsStream("/signatures/brands.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing from the product: signatures/brands.txt");
            }
            return sections(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> sections(String text) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : text.lines().map(Brands::withoutRemark).filter(one -> !one.isEmpty()).toList()) {
            if (SECTION.matcher(line).matches()) {
                words = sections.computeIfAbsent(line.substring(1, line.length() - 1),
                        any -> new ArrayList<>());
            } else {
                words.addAll(List.of(line.split("\\s+")));
            }
        }
        return sections;
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf('#');
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }
}
