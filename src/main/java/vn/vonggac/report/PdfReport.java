package vn.vonggac.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A report as a PDF to print and to file: A4, with its font in it, tables over as many pages as they need. */
final class PdfReport {

    private static final float TITLE = 16;
    private static final float HEADING = 12;
    private static final float TEXT = 9;
    private static final float GAP = 6;
    private static final float NARROWEST = 55;

    private final Lettering lettering;
    private final Sheets sheets;

    private PdfReport(Lettering lettering, Sheets sheets) {
        this.lettering = lettering;
        this.sheets = sheets;
    }

    static byte[] of(String language, List<Block> blocks) {
        try (PDDocument document = new PDDocument()) {
            Lettering lettering = new Lettering(document);
            try (Sheets sheets = new Sheets(document, lettering.font())) {
                PdfReport report = new PdfReport(lettering, sheets);
                for (Block block : blocks) {
                    report.add(block);
                }
            }
            document.getDocumentCatalog().setLanguage(language);
            document.setDocumentInformation(about(blocks));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocumentInformation about(List<Block> blocks) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setProducer("Vọng Gác");
        blocks.stream().filter(Block.Title.class::isInstance).findFirst()
                .ifPresent(title -> information.setTitle(((Block.Title) title).text()));
        return information;
    }

    private void add(Block block) throws IOException {
        switch (block) {
            case Block.Title(String text) -> text(text, TITLE);
            case Block.Heading(String text) -> {
                sheets.down(2 * GAP);
                sheets.keep(5 * HEADING);
                text(text, HEADING);
            }
            case Block.Paragraph(String text) -> {
                sheets.down(GAP);
                text(text, TEXT);
            }
            case Block.Table table -> table(table);
        }
    }

    private void text(String text, float size) throws IOException {
        for (String line : lettering.lines(text, size, Sheets.WIDTH)) {
            sheets.line(List.of(line), List.of(0f), size);
        }
        sheets.down(GAP);
    }

    private void table(Block.Table table) throws IOException {
        if (table.columns() > 0) {
            List<Float> widths = widths(table);
            sheets.rule();
            if (!table.head().isEmpty()) {
                row(table.head(), widths);
            }
            for (List<String> row : table.rows()) {
                row(row, widths);
            }
        }
    }

    /** Each column as wide as what stands in it, within reason, and all together as wide as the page. */
    private List<Float> widths(Block.Table table) {
        List<Float> wanted = IntStream.range(0, table.columns()).mapToObj(column -> Stream
                .concat(Stream.of(table.head()), table.rows().stream()).filter(row -> row.size() > column)
                .map(row -> natural(row.get(column))).max(Float::compare).orElse(NARROWEST)).toList();
        float all = wanted.stream().reduce(0f, Float::sum);
        return wanted.stream().map(width -> width * Sheets.WIDTH / all).toList();
    }

    private float natural(String cell) {
        float longest = Sheets.WIDTH / 2;
        return Math.clamp(lettering.width(cell) * TEXT + 2 * GAP, NARROWEST, longest);
    }

    /** Line by line, so that a cell may be longer than a page. */
    private void row(List<String> cells, List<Float> widths) throws IOException {
        List<List<String>> broken = new ArrayList<>();
        List<Float> starts = new ArrayList<>();
        float start = 0;
        for (int column = 0; column < cells.size(); column++) {
            broken.add(lettering.lines(cells.get(column), TEXT, widths.get(column) - 2 * GAP));
            starts.add(start);
            start += widths.get(column);
        }
        sheets.down(GAP / 2);
        int longest = Collections.max(broken.stream().map(List::size).toList());
        for (int line = 0; line < longest; line++) {
            int at = line;
            sheets.line(broken.stream().map(lines -> at < lines.size() ? lines.get(at) : "").toList(), starts,
                    TEXT);
        }
        sheets.down(GAP * 0.8f);
        sheets.rule();
    }
}
