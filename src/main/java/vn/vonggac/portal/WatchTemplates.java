package vn.vonggac.portal;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The periods that come every year or every few, read from {@code windows.tsv}. */
@Singleton
final class WatchTemplates {

    private static final String FILE = "windows.tsv";
    private static final int COLUMNS = 7;

    private final List<Line> lines = new ArrayList<>();

    private record Line(String id, boolean lunar, MonthDay from, MonthDay to, int before, int after,
            int start,
            int every) {

        boolean isIn(int year) {
            return year >= start && (year - start) % every == 0;
        }

        WatchTemplate in(int year) {
            LocalDate first = lunar ? VietnameseCalendar.newYear(year) : from.atYear(year);
            LocalDate last = lunar ? first : to.atYear(year);
            return new WatchTemplate(id, year, first.minusDays(before), last.plusDays(after));
        }
    }

    WatchTemplates() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WatchTemplates.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(WatchTemplates::line)
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String line) {
        String[] cells = line.split("\t");
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": " + COLUMNS + " columns expected in: " + line);
        }
        boolean lunar = cells[1].equals("tet");
        return new Line(cells[0], lunar, MonthDay.parse("--" + (lunar ? "01-01" : cells[1])),
                MonthDay.parse("--" + (lunar ? "01-01" : cells[2])), Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]), Integer.parseInt(cells[5]), Integer.parseInt(cells[6]));
    }

    List<WatchTemplate> in(int year) {
        return lines.stream().filter(line -> line.isIn(year)).map(line -> line.in(year))
                .sorted(Comparator.comparing(WatchTemplate::first)).toList();
    }

    /** Those of this year and the next that are not over yet. */
    List<WatchTemplate> after(LocalDate day) {
        return IntStream.of(day.getYear(), day.getYear() + 1).mapToObj(this::in).flatMap(List::stream)
                .filter(template -> !template.last().isBefore(day))
                .filter(template -> template.first().isBefore(day.plusYears(1))).toList();
    }
}
