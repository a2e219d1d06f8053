package vn.vonggac.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** A table as spreadsheets write it: with or without a byte order mark, cells between commas, semicolons or tabs. */
final class Table {

    private static final char MARK = '\ufeff';
    private static final int MOST_ROWS = 20_000;
    // what a spreadsheet would run as a formula is kept from it by a quote, taken off again when it comes back
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\t\\r-].*");
    private static final Pattern QUOTED_FORMULA = Pattern.compile("(?s)'[=+@\\t\\r-].*");

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<BadCell> problems = new ArrayList<>();

    private Table(List<String> columns) {
        this.columns = columns;
    }

    /** One line and its cells in the order of the columns asked for. */
    record Row(long line, List<String> cells) {

        String cell(int at) {
            return cells.get(at);
        }

        /** The line as what somebody typed; the columns are the fields. */
        <D extends Draft> D draft(Class<D> type) {
            List<String> fields = Draft.fields(type);
            return Draft.of(type, field -> cells.get(fields.indexOf(field)));
        }
    }

    static Table read(byte[] file, List<String> columns, List<String> needed) {
        Table table = new Table(columns);
        decode(file).ifPresentOrElse(text -> table.parse(text, needed),
                () -> table.reject(1, "", "not-utf-8"));
        return table;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    List<BadCell> problems() {
        return List.copyOf(problems);
    }

    private void reject(long line, String column, String key, Object... arguments) {
        problems.add(new BadCell(line, new Problem(column, "portal.problem." + key, List.of(arguments))));
    }

    private static Optional<String> decode(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void parse(String text, List<String> needed) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (Reader reader = new StringReader(text); CSVParser parser = CSVParser.parse(reader, format)) {
            Map<String, Integer> places = null;
            long line = 1;
            for (CSVRecord record : parser) {
                if (isBlank(record)) {
                    // counted, and nothing else
                } else if (places == null) {
                    places = header(record, needed);
                } else if (problems.isEmpty() || places.size() > 0) {
                    row(line, record, places);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (rows.isEmpty() && problems.isEmpty()) {
                reject(1, "", "empty-table");
            }
        } catch (IOException | UncheckedIOException e) {
            reject(1, "", "no-table", String.valueOf(e.getMessage()));
        }
    }

    private static char delimiter(String text) {
        String head = text.lines().findFirst().orElse("");
        long semicolons = head.chars().filter(c -> c == ';').count();
        long tabs = head.chars().filter(c -> c == '\t').count();
        long commas = head.chars().filter(c -> c == ',').count();
        return tabs > semicolons && tabs > commas ? '\t' : semicolons > commas ? ';' : ',';
    }

    /** Where each column is; a header that cannot be used is said and no line is read. */
    private Map<String, Integer> header(CSVRecord record, List<String> needed) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String name = record.get(i).strip();
            Optional<String> column = columns.stream().filter(known -> known.equalsIgnoreCase(name))
                    .findFirst();
            if (column.isEmpty()) {
                reject(1, name, "column", name, String.join(", ", columns));
            } else if (places.put(column.get(), i) != null) {
                reject(1, name, "column-twice", name);
            }
        }
        needed.stream().filter(column -> !places.containsKey(column))
                .forEach(column -> reject(1, column, "column-missing", column));
        return problems.isEmpty() ? places : Map.of();
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private void row(long line, CSVRecord record, Map<String, Integer> places) {
        if (record.size() != places.size()) {
            reject(line, "", "cells", record.size(), places.size());
        } else if (rows.size() == MOST_ROWS) {
            reject(line, "", "rows", MOST_ROWS);
            rows.clear();
        } else {
            rows.add(
                    new Row(line, columns.stream().map(column -> cell(record, places.get(column))).toList()));
        }
    }

    private static String cell(CSVRecord record, @org.jspecify.annotations.Nullable Integer place) {
        String text = place == null ? "" : record.get(place);
        return QUOTED_FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }

    /** As the spreadsheets of this country open it: UTF-8 with its mark, and semicolons. */
    static byte[] write(List<String> columns, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            writer.write(MARK);
            try (CSVPrinter printer = new CSVPrinter(writer, format)) {
                printer.printRecord(columns);
                for (List<String> row : rows) {
                    printer.printRecord(row.stream().map(Table::harmless).toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() || QUOTED_FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
