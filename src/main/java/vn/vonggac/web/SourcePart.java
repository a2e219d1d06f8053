package vn.vonggac.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.detect.Finding;
import vn.vonggac.page.Excerpt;

/** The page's source around what was found, with what the findings name marked. */
public record SourcePart(List<Finding> findings, Excerpt excerpt) {

    private static final int SHORTEST = 3;

    public SourcePart {
        findings = List.copyOf(findings);
    }

    /** Some of a line, marked or not. */
    public record Piece(String text, boolean marked) {}

    /** What of the source belongs to a finding, as far as it stands there in the same words. */
    static List<String> words(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding.quote().strip()),
                        finding.hosts().stream()))
                .filter(word -> word.length() >= SHORTEST).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).toList();
    }

    public List<Piece> pieces(String line) {
        List<String> words = words(findings);
        if (words.isEmpty()) {
            return List.of(new Piece(line, false));
        }
        Matcher found = Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(line);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (found.find()) {
            pieces.add(new Piece(line.substring(from, found.start()), false));
            pieces.add(new Piece(found.group(), true));
            from = found.end();
        }
        pieces.add(new Piece(line.substring(from), false));
        return pieces.stream().filter(Predicate.not(piece -> piece.text().isEmpty())).toList();
    }
}
