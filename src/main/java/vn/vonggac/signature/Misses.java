package vn.vonggac.signature;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people said is no hit, ready to be looked for: the same words in their order, however they are set. */
final class Misses {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Map<String, List<Pattern>> bySignature;

    Misses(Collection<Miss> misses) {
        bySignature = misses.stream().filter(miss -> !words(miss.words()).isEmpty())
                .collect(Collectors.groupingBy(Miss::signature,
                        Collectors.mapping(miss -> pattern(miss.words()), Collectors.toList())));
    }

    static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text)).filter(word -> !word.isEmpty()).toList();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(
                words(text).stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN.pattern())),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether what a signature matched lies within one of its sentences. */
    boolean cover(String signature, String text, int from, int to) {
        return bySignature.getOrDefault(signature, List.of()).stream()
                .anyMatch(pattern -> covers(pattern.matcher(text), from, to));
    }

    private static boolean covers(Matcher sentence, int from, int to) {
        while (sentence.find() && sentence.start() <= from) {
            if (sentence.end() >= to) {
                return true;
            }
        }
        return false;
    }
}
