package vn.vonggac.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells the block and challenge pages of firewalls from pages, by a data file. A refusing status alone is a
 * refusal as well; the file puts a name to it and finds challenges that come with a friendly status.
 */
final class Protection {

    private static final String FILE = "protections.tsv";
    private static final List<Integer> REFUSING = List.of(403, 406, 429, 503);
    /** A page that only looks like a challenge is longer than one; text hidden in it is not hidden by this. */
    private static final int LONGEST_CHALLENGE = 12_288;
    /** Every one says what it is near its start. */
    private static final int LOOKED_AT = 4_096;

    private final List<Mark> marks = read();
    private final Phrases phrases = new Phrases(marks.stream().map(Mark::text).toList());

    /** What refused, where the answer is a refusal. */
    Optional<String> refuses(Answer answer, byte[] body) {
        boolean refusing = REFUSING.contains(answer.status());
        if (!refusing && body.length > LONGEST_CHALLENGE) {
            return Optional.empty();
        }
        BitSet found = phrases.in(body, LOOKED_AT);
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            if (marks.get(i).isOn(answer)) {
                return Optional.of(marks.get(i).name());
            }
        }
        return refusing ? Optional.of("status " + answer.status()) : Optional.empty();
    }

    private record Mark(String name, List<String> statuses, String header, String value, String text) {

        static Mark parse(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException(FILE + ": not four cells: " + line);
            }
            String[] header = cells[2].split(":", 2);
            return new Mark(cells[0], List.of(cells[1].split(",")), header[0].strip(),
                    header.length == 1 ? "" : header[1].strip().toLowerCase(Locale.ROOT), cells[3]);
        }

        boolean isOn(Answer answer) {
            return (statuses.contains("*") || statuses.contains(String.valueOf(answer.status())))
                    && (header.isEmpty() || answer.all(header).stream()
                            .anyMatch(sent -> sent.toLowerCase(Locale.ROOT).contains(value)));
        }
    }

    private static List<Mark> read() {
        try (InputStream in = Objects.requireNonNull(Protection.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Mark::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
