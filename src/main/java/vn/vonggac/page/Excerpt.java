package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A few lines of a page's source, as text, around the one on which something stands. {@code first} is the number of the
 * first of them, {@code at} of the one in question.
 */
public record Excerpt(int first, int at, List<String> lines) {

    private static final int AROUND = 2;
    private static final int LONGEST = 400;

    public Excerpt {
        lines = List.copyOf(lines);
    }

    /** Empty where the source has no such line; a line without end is cut around the first of these words in it. */
    public static Optional<Excerpt> of(byte[] source, int at, List<String> words) {
        List<String> all = Charsets.decode(source, Optional.empty()).lines().toList();
        if (at < 1 || at > all.size()) {
            return Optional.empty();
        }
        int first = Math.max(1, at - AROUND);
        List<String> lines = new ArrayList<>();
        all.subList(first - 1, Math.min(all.size(), at + AROUND))
                .forEach(line -> lines.add(cut(line, words)));
        return Optional.of(new Excerpt(first, at, lines));
    }

    private static String cut(String line, List<String> words) {
        if (line.length() <= LONGEST) {
            return line;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        int found = words.stream().mapToInt(word -> lower.indexOf(word.toLowerCase(Locale.ROOT)))
                .filter(place -> place >= 0).findFirst().orElse(0);
        int from = Math.clamp((long) found - LONGEST / 4, 0, line.length() - LONGEST);
        return (from > 0 ? "… " : "") + line.substring(from, from + LONGEST)
                + (from + LONGEST < line.length() ? " …" : "");
    }
}
